// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is around one call, such as the method that sends it: nearly all of it is the call, or half of it and no other call is in
 * there.
 */
final class CallWrappers {

    private static final double NEARLY_ALL = 0.8;
    private static final double HALF = 0.5;
    private static final double NO_OTHER = 0.2;

    private final PathTimes times;
    private final SpanKinds kinds;
    private final RangeSums calls;

    /**
     * @param calls none of which is within another one of the same service
     */
    CallWrappers(List<ReportSpan> calls, Evidence evidence) {
        this.times = evidence.times();
        this.kinds = evidence.kinds();
        this.calls = new RangeSums(times.count());
        calls.forEach(call -> this.calls.add(times.number(call), times.withinMicros(call)));
    }

    /** The outermost span around a call; the call itself if there is none. */
    ReportSpan around(ReportSpan call) {
        ReportSpan outer = call;
        for (@Nullable ReportSpan above = times.parent(outer);
                above != null && isAround(above, call);
                above = times.parent(above)) {
            outer = above;
        }
        return outer;
    }

    private boolean isAround(ReportSpan above, ReportSpan call) {
        ReportSpan parent = times.parent(above);
        return parent != null && !kinds.serves(above, parent) && isOf(above, call);
    }

    private boolean isOf(ReportSpan above, ReportSpan call) {
        long within = times.withinMicros(above);
        long micros = times.withinMicros(call);
        return NEARLY_ALL * within <= micros
                || HALF * within <= micros && callMicros(above) - callMicros(call) <= NO_OTHER * micros;
    }

    private long callMicros(ReportSpan span) {
        return calls.sum(times.number(span), times.end(span));
    }
}
