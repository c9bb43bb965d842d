// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import io.profiler.report.internal.analysis.Freshness;
import io.profiler.report.internal.analysis.Requests;
import io.profiler.report.internal.text.ReadableDuration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How new services were to the requests of one side.
 *
 * @param told of the first request of each trace, where it tells
 * @param traces how many traces there are
 * @param which side it is
 */
record Warmth(List<Freshness> told, int traces, String which) {

    /** Small units are not needed. */
    private static final ReadableDuration DURATION = new ReadableDuration("us");

    private static Warmth of(Side side, String which) {
        List<Freshness> told = side.traces().stream()
                .map(report -> Requests.of(report).spans().stream().findFirst())
                .flatMap(Optional::stream)
                .map(Freshness::of)
                .filter(Objects::nonNull)
                .toList();
        return new Warmth(told, side.traces().size(), which);
    }

    /** Null unless one side was cold, and the other one is known to have been warm. */
    static @Nullable Sentence caution(Side before, Side after) {
        Warmth first = of(before, "first");
        Warmth second = of(after, "second");
        if (first.isCold() && second.isWarm()) {
            return first.words(second);
        }
        return second.isCold() && first.isWarm() ? second.words(first) : null;
    }

    private List<Freshness> cold() {
        return told.stream().filter(Freshness::isCold).toList();
    }

    /** Half of them are enough to move the median. */
    private boolean isCold() {
        return !cold().isEmpty() && 2 * cold().size() >= traces;
    }

    private boolean isWarm() {
        return cold().isEmpty() && told.size() == traces;
    }

    private Sentence words(Warmth warm) {
        String subject = traces == 1 ? "trace may be a cold start" : "traces may be cold starts";
        return Sentence.of("The " + which + " " + subject + ": the application had been "
                + cold().get(0).words(DURATION) + "; for the " + warm.which + " it had been "
                + warm.told.get(0).words(DURATION));
    }
}
