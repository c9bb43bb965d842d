// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.internal.BoundedTime;
import io.profiler.report.ReportSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The same thing done several times by one span, which may be one query for a list and one for each of its members.
 *
 * @param parent the span that did it, null at the top of the trace
 * @param name name of the spans
 * @param subject what they were about, see {@link ReportSpan#subject()}
 * @param spans the spans in the order of their beginnings, at least two
 */
public record Repeat(
        @Nullable ReportSpan parent, String name, @Nullable String subject, List<ReportSpan> spans) {

    public Repeat {
        spans = List.copyOf(spans);
    }

    public int count() {
        return spans.size();
    }

    /** Sum of their durations. */
    public long totalMicros() {
        return spans.stream().mapToLong(ReportSpan::durationMicros).reduce(0, BoundedTime::plus);
    }
}
