// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.internal.BoundedTime;
import io.profiler.report.ReportSpan;
import java.util.List;

/**
 * Time in which a trace was at work without a pause. Times are microseconds since the first event.
 *
 * @param fromMicros when it begins
 * @param toMicros when it ends
 * @param tops the spans at the top that ran in it, in order of time
 */
public record Stretch(long fromMicros, long toMicros, List<ReportSpan> tops) {

    public Stretch {
        tops = List.copyOf(tops);
    }

    public long durationMicros() {
        return BoundedTime.minus(toMicros, fromMicros);
    }
}
