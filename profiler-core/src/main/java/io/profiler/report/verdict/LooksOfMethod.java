// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.internal.BoundedTime;
import io.profiler.report.ReportSpan;
import io.profiler.report.samples.CallForest;
import io.profiler.report.samples.Leaf;
import io.profiler.report.samples.LookKind;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** How often looks found one method, with all that it called, and what threads did there. Not thread-safe. */
final class LooksOfMethod {

    private static final double OWN = 0.5;
    private static final double NOT_ALL = 0.8;

    private final String method;
    private final Map<ReportSpan, Long> microsBySpan = new IdentityHashMap<>();
    private final Map<ReportSpan, Long> looksOfSpans = new IdentityHashMap<>();
    private final Map<LookKind, Long> looksByKind = new EnumMap<>(LookKind.class);
    private long micros;
    private long ownLooks;
    private int depth;

    LooksOfMethod(String method) {
        this.method = method;
    }

    void add(ReportSpan span, CallForest forest, Leaf leaf, long leafMicros, int atDepth) {
        microsBySpan.merge(span, leafMicros, BoundedTime::plus);
        looksOfSpans.put(span, forest.count());
        ownLooks += forest.methodOf(leaf).equals(method) ? leaf.looks() : 0;
        looksByKind.merge(leaf.kind(), leaf.looks(), Long::sum);
        micros = BoundedTime.plus(micros, leafMicros);
        depth = Math.max(depth, atDepth);
    }

    /** Class and method without the package. */
    String shortName() {
        int ofMethod = method.lastIndexOf('.');
        return method.substring(method.lastIndexOf('.', ofMethod - 1) + 1);
    }

    long micros() {
        return micros;
    }

    /** How many calls were around it at most. */
    int depth() {
        return depth;
    }

    long looks() {
        return looksByKind.values().stream().mapToLong(Long::longValue).sum();
    }

    long looks(LookKind kind) {
        return looksByKind.getOrDefault(kind, 0L);
    }

    /** Whether it tells more than its spans do: not if it is all around what they did, and does little itself. */
    boolean isNews() {
        long ofSpans = looksOfSpans.values().stream().mapToLong(Long::longValue).sum();
        return ownLooks >= OWN * looks() || looks() <= NOT_ALL * ofSpans;
    }

    /** What threads did most often. */
    LookKind kind() {
        return Collections.max(looksByKind.entrySet(), Map.Entry.comparingByValue())
                .getKey();
    }

    /** The spans that it takes time of, the one with most of it first. */
    List<ReportSpan> spans() {
        return microsBySpan.entrySet().stream()
                .filter(span -> span.getValue() > 0)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How much of a span it takes. */
    long microsIn(ReportSpan span) {
        return microsBySpan.getOrDefault(span, 0L);
    }
}
