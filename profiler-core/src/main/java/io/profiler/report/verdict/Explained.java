// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What of a critical path a finding has explained already, so that no time is told of twice. Not thread-safe. */
final class Explained {

    private final PathTimes times;
    private final BitSet spans = new BitSet();
    private final Set<PathPart> parts = new HashSet<>();
    private final long[] left;
    private final RangeSums leftWithin;

    Explained(PathTimes times, List<PathPart> path) {
        this.times = times;
        this.left = new long[times.count()];
        this.leftWithin = new RangeSums(times.count());
        path.forEach(part -> change(times.number(part.span()), part.durationMicros()));
    }

    private void change(int number, long micros) {
        left[number] += micros;
        leftWithin.add(number, micros);
    }

    /** Spans with all below them. */
    void addAll(List<ReportSpan> explained) {
        explained.forEach(span -> add(times.number(span), times.end(span)));
    }

    /** Spans without those below them. */
    void addOwn(List<ReportSpan> explained) {
        explained.forEach(span -> add(times.number(span), times.number(span) + 1));
    }

    private void add(int first, int end) {
        for (int number = spans.nextClearBit(first); number < end; number = spans.nextClearBit(number)) {
            spans.set(number);
            change(number, -left[number]);
        }
    }

    void addParts(List<PathPart> explained) {
        for (PathPart part : explained) {
            if (!contains(part)) {
                parts.add(part);
                change(times.number(part.span()), -part.durationMicros());
            }
        }
    }

    boolean contains(ReportSpan span) {
        return spans.get(times.number(span));
    }

    boolean contains(PathPart part) {
        return contains(part.span()) || parts.contains(part);
    }

    /** How much of a span itself is not explained. */
    long leftMicros(ReportSpan span) {
        return left[times.number(span)];
    }

    /** How much of a span and all below it is not explained. */
    long leftWithinMicros(ReportSpan span) {
        return leftWithin.sum(times.number(span), times.end(span));
    }
}
