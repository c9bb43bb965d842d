// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Spans that look like requests and are parts of one: right below a request, in the same service of the same host. In a
 * pipeline of Python each application that the request goes through may have a span of its own.
 */
final class Middleware {

    private Middleware() {}

    /** Takes n steps for n spans. */
    static Set<ReportSpan> of(Report report, Predicate<ReportSpan> looksLikeRequest) {
        Set<ReportSpan> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (ReportSpan request : report.spans()) {
            if (looksLikeRequest.test(request)) {
                report.childrenOf(request).stream()
                        .filter(looksLikeRequest)
                        .filter(child -> isTogether(child, request))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static boolean isTogether(ReportSpan child, ReportSpan request) {
        return Objects.equals(child.host(), request.host())
                && child.qualifiedService().equals(request.qualifiedService());
    }
}
