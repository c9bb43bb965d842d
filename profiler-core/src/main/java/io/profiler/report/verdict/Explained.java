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

    Explained(PathTimes times) {
        this.times = times;
    }

    /** Spans with all below them. */
    void addAll(List<ReportSpan> explained) {
        explained.forEach(span -> spans.set(times.number(span), times.end(span)));
    }

    void addParts(List<PathPart> explained) {
        parts.addAll(explained);
    }

    boolean contains(ReportSpan span) {
        return spans.get(times.number(span));
    }

    boolean contains(PathPart part) {
        return contains(part.span()) || parts.contains(part);
    }
}
