// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.Report;
import io.profiler.report.samples.CallForest;
import io.profiler.report.samples.Leaf;
import io.profiler.report.samples.LookKind;
import io.profiler.report.samples.Samples;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up what looks found in all spans of a trace, and in none, by method and kind. Used once. */
public final class MethodTimes {

    private static final Comparator<MethodTime> LONGEST_FIRST = Comparator.comparingLong(MethodTime::micros)
            .thenComparingLong(MethodTime::looks)
            .reversed();

    private final Map<LookKind, Map<String, MethodTime>> times = new EnumMap<>(LookKind.class);

    private MethodTimes() {}

    /** The methods that took most time first; none if nobody looked. */
    public static List<MethodTime> of(Report report, Samples samples, SelfTimes selfTimes) {
        MethodTimes times = new MethodTimes();
        report.spans().forEach(span -> times.add(samples.in(span), selfTimes.micros(span)));
        times.add(samples.untold(), 0);
        return times.times.values().stream()
                .flatMap(ofKind -> ofKind.values().stream())
                .sorted(LONGEST_FIRST)
                .toList();
    }

    private void add(CallForest forest, long selfMicros) {
        long[] parts = forest.divide(selfMicros);
        for (int number = 0; number < parts.length; number++) {
            Leaf leaf = forest.leaves().get(number);
            add(new MethodTime(forest.methodOf(leaf), leaf.kind(), leaf.looks(), parts[number]));
        }
    }

    private void add(MethodTime time) {
        times.computeIfAbsent(time.kind(), kind -> new LinkedHashMap<>()).merge(time.method(), time, MethodTime::plus);
    }
}
