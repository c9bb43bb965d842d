// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.internal.BoundedTime;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Layer;
import io.profiler.report.samples.CallForest;
import io.profiler.report.samples.Leaf;
import io.profiler.report.samples.LookedTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Spans that do the same: what looks found in some of them goes for those as well that were too short to be looked at. Not
 * thread-safe.
 */
final class AlikeSpans {

    private final Layer layer;
    private final Set<ReportSpan> spans = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Cause, Long> looks = new EnumMap<>(Cause.class);
    private final Map<Cause, Long> told = new EnumMap<>(Cause.class);
    private final Map<Cause, Long> toldMicros = new EnumMap<>(Cause.class);
    private final Map<CauseDraft, Long> rests = new LinkedHashMap<>();

    AlikeSpans(Layer layer) {
        this.layer = layer;
    }

    void add(ReportSpan span, CallForest forest) {
        if (spans.add(span)) {
            for (Leaf leaf : forest.leaves()) {
                looks.merge(cause(Cause.of(leaf.kind())), leaf.looks(), BoundedTime::plus);
            }
        }
    }

    /** A look at what is known better. */
    void addTold(Cause seen) {
        told.merge(seen, 1L, Long::sum);
    }

    void addTold(Cause cause, long micros) {
        toldMicros.merge(cause, micros, BoundedTime::plus);
    }

    /** Time of one of them in which nobody looked. */
    void addRest(CauseDraft draft, long micros) {
        rests.merge(draft, micros, BoundedTime::plus);
    }

    /** What it is in spans like these: who asks a database or another service, and waits, waits for that. */
    Cause cause(Cause found) {
        if (layer.isDatabase() && (found == Cause.SOCKET || found == Cause.QUEUE)) {
            return Cause.DATABASE;
        }
        return layer.isRemote() && found == Cause.QUEUE ? Cause.SOCKET : found;
    }

    /** The same of what was measured, by which drivers are not known: looks tell whether connections are those of one. */
    Cause measured(Cause found) {
        boolean ofDriver = looks.getOrDefault(Cause.DATABASE, 0L) > looks.getOrDefault(Cause.SOCKET, 0L);
        return found == Cause.SOCKET && ofDriver ? Cause.DATABASE : cause(found);
    }

    /** Divides the time of which no look is known by the looks that tell something new, as far as they reach. */
    void divide(double everyMicros) {
        toldMicros.forEach((cause, micros) -> told.merge(cause, Math.round(micros / everyMicros), Math::max));
        looks.replaceAll((cause, count) -> Math.max(0, count - told.getOrDefault(cause, 0L)));
        long all = looks.values().stream().reduce(0L, BoundedTime::plus);
        long rest = rests.values().stream().reduce(0L, BoundedTime::plus);
        long reached = (long) Math.min(rest, LookedTime.reach(everyMicros) * all);
        rests.forEach((draft, micros) -> {
            long told = part(micros, reached, rest);
            divide(draft, told, all);
            draft.add(unlooked(), micros - told);
        });
    }

    private void divide(CauseDraft draft, long micros, long all) {
        long before = 0;
        for (Map.Entry<Cause, Long> found : looks.entrySet()) {
            long after = before + found.getValue();
            draft.add(found.getKey(), part(micros, after, all) - part(micros, before, all));
            before = after;
        }
    }

    private static long part(long whole, long some, long all) {
        return some == all ? whole : Math.min(whole, (long) ((double) whole * some / all));
    }

    /** What it is where nobody looked. */
    Cause unlooked() {
        return layer.isDatabase() ? Cause.DATABASE : layer.isRemote() ? Cause.SOCKET : Cause.UNKNOWN;
    }
}
