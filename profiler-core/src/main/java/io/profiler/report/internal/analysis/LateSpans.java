// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Spans that were still running when the request had ended that they are part of, or began after it. What ran on another
 * host than the request is not told, because its clock is another one; nor is anything of a request whose clock went back.
 */
public final class LateSpans {

    private final Set<ReportSpan> spans = Collections.newSetFromMap(new IdentityHashMap<>());

    private LateSpans(Report report) {
        ServedRequests requests = ServedRequests.of(report);
        report.spans().stream()
                .filter(span -> isLate(span, requests.above(span)))
                .forEach(spans::add);
    }

    /** Takes n steps for n spans. */
    public static LateSpans of(Report report) {
        return new LateSpans(report);
    }

    public boolean contain(ReportSpan span) {
        return spans.contains(span);
    }

    private static boolean isLate(ReportSpan span, @Nullable ReportSpan request) {
        return request != null
                && request.isFinished()
                && request.finishedMicros() >= request.startedMicros()
                && request.host() != null
                && request.host().equals(span.host())
                && Math.max(span.startedMicros(), span.finishedMicros()) > request.finishedMicros();
    }
}
