// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import io.profiler.report.internal.analysis.Layer;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A figure that a condition is about: {@code total}, {@code spans} or {@code errors} of the whole trace, or
 * {@code NAME.count}, {@code NAME.errors}, {@code NAME.self} or {@code NAME.total} of the spans of a name; if there are none, of a
 * layer.
 */
final class Figure {

    private static final Pattern OF_NAME =
            Pattern.compile("(?<name>.+)\\.(?<kind>count|errors|self|total)", Pattern.DOTALL);

    private enum Kind {
        COUNT(false, Side::spans, PathTotals::count),
        ERRORS(false, Side::errors, PathTotals::errors),
        SELF(true, Side::micros, PathTotals::selfMicros),
        TOTAL(true, Side::micros, PathTotals::micros);

        private final boolean time;
        private final Function<Side, Spread> whole;
        private final Function<PathTotals, Spread> part;

        Kind(boolean time, Function<Side, Spread> whole, Function<PathTotals, Spread> part) {
            this.time = time;
            this.whole = whole;
            this.part = part;
        }
    }

    private final @Nullable String name;
    private final Kind kind;

    private Figure(@Nullable String name, Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    /**
     * @throws IllegalArgumentException if there is no such figure
     */
    static Figure parse(String text) {
        Matcher matcher = OF_NAME.matcher(text);
        if (matcher.matches()) {
            return new Figure(matcher.group("name"), kind(matcher.group("kind")));
        }
        return switch (text) {
            case "total" -> new Figure(null, Kind.TOTAL);
            case "spans" -> new Figure(null, Kind.COUNT);
            case "errors" -> new Figure(null, Kind.ERRORS);
            default ->
                throw new IllegalArgumentException(
                        "'" + text + "' is no figure: it is total, spans, errors, or the name of"
                                + " spans with .count, .errors, .self or .total");
        };
    }

    private static Kind kind(String word) {
        return switch (word) {
            case "count" -> Kind.COUNT;
            case "errors" -> Kind.ERRORS;
            case "self" -> Kind.SELF;
            default -> Kind.TOTAL;
        };
    }

    boolean isTime() {
        return kind.time;
    }

    /** Why nobody knows it, null if it is known. */
    @Nullable
    String problem(Comparison comparison) {
        if (name != null && !Layer.isKind(name) && named(comparison).isEmpty()) {
            return "no trace has a span of that name";
        }
        String lost = lost(comparison);
        if (lost != null) {
            return lost;
        }
        return kind.time ? unfinished(isTimeKnown(comparison)) : unfinished(comparison.areTotalsKnown());
    }

    private static @Nullable String unfinished(boolean known) {
        return known ? null : "spans are unfinished";
    }

    /** Spans that are lost take none of the time of their request away. */
    private @Nullable String lost(Comparison comparison) {
        if (isLost(comparison.before())) {
            return "spans of the first traces are lost";
        }
        return isLost(comparison.after()) ? "spans of the second traces are lost" : null;
    }

    private boolean isLost(Side side) {
        return name == null && kind.time ? side.hasLostRequests() : side.loss() != null;
    }

    /** Not if a span has not ended that has a part in it. */
    private boolean isTimeKnown(Comparison comparison) {
        return name == null
                ? comparison.areTotalsKnown()
                : named(comparison).map(Change::isTimeKnown).orElse(true);
    }

    /** What counts of several traces: one with an error is too many, of the others nobody asks for the slowest. */
    long judged(Spread spread) {
        return kind == Kind.ERRORS ? spread.max() : spread.median();
    }

    Spread before(Comparison comparison) {
        return name == null ? kind.whole.apply(comparison.before()) : part(comparison, Change::before);
    }

    Spread after(Comparison comparison) {
        return name == null ? kind.whole.apply(comparison.after()) : part(comparison, Change::after);
    }

    private Spread part(Comparison comparison, Function<Change, PathTotals> side) {
        return named(comparison).map(side).map(kind.part).orElse(Spread.NONE);
    }

    private Optional<Change> named(Comparison comparison) {
        return Stream.concat(comparison.names().stream(), comparison.layers().stream())
                .filter(change -> change.step().name().equals(name))
                .findFirst();
    }
}
