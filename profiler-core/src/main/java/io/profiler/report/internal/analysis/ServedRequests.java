// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.PlacedSpan;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which request each span was part of: the nearest one above it, of whichever service. */
public final class ServedRequests {

    private final Predicate<ReportSpan> served;
    private final List<ReportSpan> requests = new ArrayList<>();
    private final Map<ReportSpan, ReportSpan> above = new IdentityHashMap<>();

    private ServedRequests(Report report, Predicate<ReportSpan> served) {
        this.served = served;
        List<@Nullable ReportSpan> path = new ArrayList<>();
        for (PlacedSpan placed : report.depthFirst()) {
            path.subList(placed.depth(), path.size()).clear();
            path.add(place(placed.span(), placed.depth() == 0 ? null : path.get(placed.depth() - 1)));
        }
    }

    /** What the spans below a span are part of. */
    private @Nullable ReportSpan place(ReportSpan span, @Nullable ReportSpan request) {
        if (request != null) {
            above.put(span, request);
        }
        if (!served.test(span)) {
            return request;
        }
        requests.add(span);
        return span;
    }

    /** The requests of a trace. Takes n steps for n spans. */
    public static ServedRequests of(Report report) {
        return of(report, span -> span.servedRequest() != null);
    }

    /** The same where other spans are known to have served a request. */
    public static ServedRequests of(Report report, Predicate<ReportSpan> served) {
        return new ServedRequests(report, served);
    }

    /** The requests, each before those that were made for it. */
    public List<ReportSpan> all() {
        return requests;
    }

    /** The request above a span, null if there is none. */
    public @Nullable ReportSpan above(ReportSpan span) {
        return above.get(span);
    }
}
