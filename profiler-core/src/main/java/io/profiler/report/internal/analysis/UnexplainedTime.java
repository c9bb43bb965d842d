// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.internal.BoundedTime;
import io.profiler.report.PlacedSpan;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.text.ReadableDuration;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much of the time of requests nothing explains: no span below the request was running, and the request itself tells of
 * nothing that it went through. In a request that was made for another one, the same; it explains no more of the other than its
 * own time. Requests that have not ended do not count.
 *
 * @param micros what is unexplained
 * @param ofMicros what the requests took that were made for no other
 */
public record UnexplainedTime(long micros, long ofMicros) {

    /** Takes n log n steps for n spans. */
    public static UnexplainedTime of(Report report) {
        ServedRequests requests = ServedRequests.of(report);
        long micros = 0;
        long ofMicros = 0;
        for (Map.Entry<ReportSpan, CoveredTime> entry :
                explained(report, requests).entrySet()) {
            ReportSpan request = entry.getKey();
            long duration = request.isFinished() ? Math.max(0, request.durationMicros()) : 0;
            long explained = entry.getValue().within(request.startedMicros(), request.finishedMicros());
            micros = BoundedTime.plus(micros, Math.max(0, duration - explained));
            ofMicros = BoundedTime.plus(ofMicros, requests.above(request) == null ? duration : 0);
        }
        return new UnexplainedTime(Math.min(micros, ofMicros), ofMicros);
    }

    private static Map<ReportSpan, CoveredTime> explained(Report report, ServedRequests requests) {
        SpanExtents extents = SpanExtents.of(report);
        Map<ReportSpan, CoveredTime> explained = new IdentityHashMap<>();
        requests.all().forEach(request -> explained.put(request, told(request)));
        for (PlacedSpan placed : report.depthFirst()) {
            ReportSpan request = requests.above(placed.span());
            CoveredTime covered = request == null ? null : explained.get(request);
            if (covered != null) {
                covered.add(extents.fromMicros(placed.span()), extents.toMicros(placed.span()));
            }
        }
        return explained;
    }

    private static CoveredTime told(ReportSpan request) {
        CoveredTime covered = new CoveredTime();
        ToldPhase.of(request).forEach(phase -> covered.add(phase.fromMicros(), phase.toMicros()));
        return covered;
    }

    /** In a few words, as in {@code 1.2 ms (4.6 %) unexplained}; null if there is no request whose time is known. */
    public @Nullable String words(ReadableDuration duration) {
        return ofMicros == 0
                ? null
                : String.format(
                        Locale.ROOT, "%s (%.1f %%) unexplained", duration.of(micros), 100.0 * micros / ofMicros);
    }
}
