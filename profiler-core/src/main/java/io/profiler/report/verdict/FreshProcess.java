// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Freshness;
import io.profiler.report.internal.text.ReadableDuration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that came soon after its application's start, or for which many classes were loaded, as its service tells. How much
 * of it that took nobody knows, so it is remarked on where something took time, and nothing was called a cold start.
 */
final class FreshProcess {

    private static final double LEAST_SHARE = 0.5;
    private static final ReadableDuration DURATION = new ReadableDuration("µs");

    private FreshProcess() {}

    /** Null if there is nothing to remark on. */
    static @Nullable Finding find(Evidence evidence, List<Finding> found) {
        boolean isSlow =
                found.stream().anyMatch(finding -> finding.micros() > 0 && finding.rule() != Rule.SWALLOWED_ERROR);
        boolean isToldOf = found.stream().anyMatch(finding -> finding.rule() == Rule.COLD_START);
        return isSlow && !isToldOf ? find(evidence) : null;
    }

    /** Of the outermost request, as what that asks for is part of it. */
    private static @Nullable Finding find(Evidence evidence) {
        PathTimes times = evidence.times();
        for (ReportSpan request : times.onPath(span -> evidence.kinds().isRequest(span))) {
            Freshness freshness = Freshness.of(request);
            if (freshness != null && freshness.isCold() && times.isMuch(times.withinMicros(request), LEAST_SHARE, 0)) {
                Words words = service(request, times)
                        .and(" had been ")
                        .and(freshness.words(DURATION))
                        .and(": much of this may be a cold start");
                return evidence.finding(Rule.COLD_START, words, List.of(request), 0);
            }
        }
        return null;
    }

    private static Words service(ReportSpan request, PathTimes times) {
        String service = request.qualifiedService();
        return times.parent(request) == null || service.isEmpty() ? Words.of("The application") : Words.ofData(service);
    }
}
