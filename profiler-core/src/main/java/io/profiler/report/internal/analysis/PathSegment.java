// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.internal.BoundedTime;
import io.profiler.report.ReportSpan;

/**
 * A stretch of time in which one span was what the trace waited for. Times are microseconds since the first event.
 *
 * @param span the span, itself and not one below it
 * @param fromMicros when the stretch begins
 * @param toMicros when it ends, always later
 */
public record PathSegment(ReportSpan span, long fromMicros, long toMicros) {

    public long durationMicros() {
        return BoundedTime.minus(toMicros, fromMicros);
    }
}
