// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.internal.BoundedTime;
import io.profiler.report.samples.CallForest;
import io.profiler.report.samples.Look;
import io.profiler.report.samples.LookedTime;
import java.util.ArrayList;
import java.util.List;

/** Looks at a span in a time of which some is known better. Used once. */
final class PathLooks {

    /** The JVM's events have another clock, and a look takes some time. */
    private static final long SLACK_MICROS = 2_000;

    private static final double HALF = 0.5;

    private final CallForest forest;
    private final AlikeSpans spans;
    private final KnownTime known;
    private double told;

    /**
     * @param spans the span and those like it
     */
    PathLooks(CallForest forest, AlikeSpans spans, KnownTime known) {
        this.forest = forest;
        this.spans = spans;
        this.known = known;
    }

    /** Where nobody looked in a time: what is farther from all looks than they reach, unless it is too short to be looked at. */
    List<KnownPiece> unlooked(long fromMicros, long toMicros, LookedTime looked) {
        List<KnownPiece> pieces = new ArrayList<>();
        long from = Math.max(fromMicros, Math.min(toMicros, looked.fromMicros()));
        long to = Math.max(from, Math.min(toMicros, looked.toMicros()));
        add(fromMicros, from, pieces);
        if (areTimed()) {
            addBetween(within(from, to), from, to, looked.reachMicros(), pieces);
        }
        add(to, toMicros, pieces);
        return pieces;
    }

    private void addBetween(List<Look> looks, long fromMicros, long toMicros, long reach, List<KnownPiece> pieces) {
        if (looks.isEmpty()) {
            boolean isShort = BoundedTime.minus(toMicros, fromMicros) <= BoundedTime.plus(reach, reach);
            add(isShort ? toMicros : fromMicros, toMicros, pieces);
            return;
        }
        long reached = fromMicros;
        for (Look look : looks) {
            add(reached, BoundedTime.minus(look.atMicros(), reach), pieces);
            reached = BoundedTime.plus(look.atMicros(), reach);
        }
        add(reached, toMicros, pieces);
    }

    private void add(long fromMicros, long toMicros, List<KnownPiece> pieces) {
        if (fromMicros < toMicros) {
            pieces.add(new KnownPiece(spans.unlooked(), fromMicros, toMicros, BoundedTime.minus(toMicros, fromMicros)));
        }
    }

    private List<Look> within(long fromMicros, long toMicros) {
        List<Look> looks = forest.looks();
        return looks.subList(
                TimeOrder.firstFrom(looks, fromMicros, Look::atMicros),
                TimeOrder.firstFrom(looks, toMicros, Look::atMicros));
    }

    private Cause found(Look look) {
        return Cause.of(forest.leaves().get(look.leaf()).kind());
    }

    /**
     * Puts down what is not known of a time: as much of it for each look as that is the nearest one. Where looks have no times,
     * for want of room, they are taken together with those at the like.
     */
    void divide(long fromMicros, long toMicros, CauseDraft draft) {
        List<Look> telling = areTimed() ? telling(fromMicros, toMicros) : List.of();
        RestTime rest = new RestTime(fromMicros, known);
        long before = 0;
        for (int i = 0; i < telling.size(); i++) {
            long until = i + 1 < telling.size()
                    ? middle(telling.get(i).atMicros(), telling.get(i + 1).atMicros())
                    : toMicros;
            long after = rest.until(until);
            draft.add(spans.cause(found(telling.get(i))), after - before);
            before = after;
        }
        if (telling.isEmpty()) {
            spans.addRest(draft, rest.until(toMicros));
        }
    }

    private boolean areTimed() {
        return forest.looks().size() >= forest.count();
    }

    private List<Look> telling(long fromMicros, long toMicros) {
        List<Look> telling = new ArrayList<>();
        for (Look look : within(fromMicros, toMicros)) {
            if (takeAsTold(look)) {
                spans.addTold(spans.cause(found(look)));
            } else {
                telling.add(look);
            }
        }
        return telling;
    }

    /** Of looks in a stretch that was measured in part, so many say what is known as that part is. */
    private boolean takeAsTold(Look look) {
        KnownPiece piece = known.at(look.atMicros(), found(look), SLACK_MICROS);
        if (piece == null || piece.isAll()) {
            return piece != null;
        }
        told += piece.density();
        boolean isTold = piece.cause() == found(look) && told >= HALF;
        told -= isTold ? 1 : 0;
        return isTold;
    }

    private static long middle(long one, long other) {
        return one + BoundedTime.minus(other, one) / 2;
    }
}
