// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.internal.BoundedTime;
import io.profiler.report.samples.LookKind;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/** What threads did, in words. */
public final class KindWords {

    private KindWords() {}

    /** Most of it first, as in {@code running 70 %, lock 20 %, database 10 %}; empty of no time. */
    public static String of(Map<LookKind, Long> microsByKind) {
        long all = microsByKind.values().stream().reduce(0L, BoundedTime::plus);
        return microsByKind.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(kind -> kind.getKey().label() + " " + share(kind.getValue(), all))
                .collect(Collectors.joining(", "));
    }

    private static String share(long micros, long all) {
        long percent = Math.round(100.0 * micros / all);
        return percent == 0 ? "<1 %" : percent + " %";
    }
}
