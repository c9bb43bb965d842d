// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.internal.BoundedTime;
import io.profiler.report.PlacedSpan;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.SpanEvent;
import io.profiler.report.internal.text.ReadableDuration;
import io.profiler.report.internal.text.ReadableSize;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trace cost, as far as the topmost span of each service tells: a span's figures are those of its thread, with all that
 * ran below it there. What other threads of a service did is in none of them.
 *
 * @param allocatedBytes what was allocated, null if no span tells
 * @param cpuMicros processor time, null if no span tells, or one does not though it tells what was allocated: as where several
 *     threads worked
 */
public record TraceCost(
        @Nullable Long allocatedBytes, @Nullable Long cpuMicros) {

    private static final TraceCost UNKNOWN = new TraceCost(null, null);

    public static TraceCost of(Report report) {
        TraceCost cost = UNKNOWN;
        boolean isPart = false;
        List<String> above = new ArrayList<>();
        for (PlacedSpan placed : report.depthFirst()) {
            String place = place(placed.span());
            above.subList(placed.depth(), above.size()).clear();
            if (placed.depth() == 0 || !place.equals(above.get(placed.depth() - 1))) {
                TraceCost told = of(placed.span());
                isPart |= told.allocatedBytes != null && told.cpuMicros == null;
                cost = cost.plus(told);
            }
            above.add(place);
        }
        return isPart ? new TraceCost(cost.allocatedBytes, null) : cost;
    }

    private static String place(ReportSpan span) {
        return span.qualifiedService() + ' ' + span.host();
    }

    private static TraceCost of(ReportSpan span) {
        for (SpanEvent event : span.events()) {
            if (event.isStop() && !event.isManifest()) {
                return new TraceCost(
                        count(event.info().get("alloc")), count(event.info().get("cpu")));
            }
        }
        return UNKNOWN;
    }

    private static @Nullable Long count(@Nullable Object value) {
        return value instanceof Number number && number.longValue() >= 0 ? number.longValue() : null;
    }

    private TraceCost plus(TraceCost other) {
        return new TraceCost(plus(allocatedBytes, other.allocatedBytes), plus(cpuMicros, other.cpuMicros));
    }

    private static @Nullable Long plus(@Nullable Long one, @Nullable Long other) {
        return one == null || other == null ? (one == null ? other : one) : (Long) BoundedTime.plus(one, other);
    }

    /** As {@code 12.3 MB allocated, 140 ms of processor time}; null if nothing is told. */
    public @Nullable String words(ReadableDuration duration) {
        List<String> words = new ArrayList<>();
        if (allocatedBytes != null) {
            words.add(ReadableSize.of(allocatedBytes) + " allocated");
        }
        if (cpuMicros != null) {
            words.add(duration.of(cpuMicros) + " of processor time");
        }
        return words.isEmpty() ? null : String.join(", ", words);
    }
}
