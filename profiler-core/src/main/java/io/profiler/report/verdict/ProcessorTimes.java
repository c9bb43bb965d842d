// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.internal.BoundedTime;
import io.profiler.report.PlacedSpan;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.SpanEvent;
import io.profiler.report.internal.analysis.RequestKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What processor time the topmost spans of each request tell in each service. */
final class ProcessorTimes {

    private static final long UNKNOWN = -1;

    private final Map<String, Long> byRequest = new HashMap<>();

    ProcessorTimes(Report report) {
        List<String> above = new ArrayList<>();
        for (PlacedSpan placed : report.depthFirst()) {
            String request = RequestKey.of(placed.span());
            above.subList(placed.depth(), above.size()).clear();
            if (placed.depth() == 0 || !request.equals(above.get(placed.depth() - 1))) {
                byRequest.merge(request, told(placed.span()), ProcessorTimes::plus);
            }
            above.add(request);
        }
    }

    private static long told(ReportSpan span) {
        for (SpanEvent event : span.events()) {
            if (event.isStop() && !event.isManifest() && event.info().get("cpu") instanceof Number micros) {
                return Math.max(UNKNOWN, micros.longValue());
            }
        }
        return UNKNOWN;
    }

    /** What one of them does not tell, is not known of all. */
    private static long plus(long one, long other) {
        return one == UNKNOWN || other == UNKNOWN ? UNKNOWN : BoundedTime.plus(one, other);
    }

    /** In microseconds; null if it is not known. */
    @Nullable
    Long of(String request) {
        long micros = byRequest.getOrDefault(request, UNKNOWN);
        return micros == UNKNOWN ? null : micros;
    }
}
