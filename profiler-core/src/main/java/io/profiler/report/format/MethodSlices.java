// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.SelfTimes;
import io.profiler.report.samples.CallForest;
import io.profiler.report.samples.Look;
import io.profiler.report.samples.Samples;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws looks as pieces of time: one stands for the time up to half way to its neighbours, but for no more than one look of
 * its span does on the average to each side. What neighbours have in common from the outermost call on is one piece.
 */
final class MethodSlices {

    private final Samples samples;
    private final SelfTimes selfTimes;
    private final Map<ReportSpan, Integer> drawn = new IdentityHashMap<>();
    private int room = 500_000;

    private MethodSlices(Samples samples, SelfTimes selfTimes) {
        this.samples = samples;
        this.selfTimes = selfTimes;
    }

    static MethodSlices of(Report report) {
        return new MethodSlices(Samples.of(report), SelfTimes.of(report));
    }

    /** Adds the methods that a span was in for a part of its time. Asked for in the order of time. */
    void between(long fromMicros, long toMicros, ReportSpan span, int level, List<Slice> to) {
        CallForest forest = samples.in(span);
        List<Look> looks = forest.looks();
        int first = firstFrom(fromMicros, looks, drawn.getOrDefault(span, 0));
        int end = first;
        while (end < looks.size() && looks.get(end).atMicros() <= toMicros) {
            end++;
        }
        drawn.put(span, end);
        if (first < end && room > 0) {
            long each = Math.max(1, forest.told(selfTimes.micros(span)) / forest.count());
            List<Slice> pieces =
                    new SlicesOfLooks(forest, level, room).draw(looks.subList(first, end), fromMicros, toMicros, each);
            room = Math.max(0, room - pieces.size());
            to.addAll(pieces);
        }
    }

    private static int firstFrom(long fromMicros, List<Look> looks, int start) {
        int first = start;
        while (first < looks.size() && looks.get(first).atMicros() < fromMicros) {
            first++;
        }
        return first;
    }
}
