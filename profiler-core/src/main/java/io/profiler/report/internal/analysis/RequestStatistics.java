// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.PlacedSpan;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Figures of the requests of any number of traces, by what was asked for. A request's own time is that of its span and of its
 * controller: no span below them was running. Not thread-safe.
 */
public final class RequestStatistics {

    private static final String CONTROLLER = "controller";

    private final FigureTable<RequestOperation> table = new FigureTable<>();

    /** Adds the requests of a trace, also those that were made for others, and what else is at the top. */
    public void add(Report report) {
        SelfTimes selfTimes = SelfTimes.of(report);
        ServedRequests requests = ServedRequests.of(report);
        Map<ReportSpan, ReportSpan> controllers = controllers(report, requests);
        requests.all().forEach(request -> add(request, controllers, selfTimes));
        report.roots().stream()
                .filter(root -> root.servedRequest() == null)
                .forEach(root -> add(root, Map.of(), selfTimes));
    }

    /** The first controller of each request. */
    private static Map<ReportSpan, ReportSpan> controllers(Report report, ServedRequests requests) {
        Map<ReportSpan, ReportSpan> controllers = new IdentityHashMap<>();
        for (PlacedSpan placed : report.depthFirst()) {
            ReportSpan request = requests.above(placed.span());
            if (request != null && placed.span().name().equals(CONTROLLER)) {
                controllers.putIfAbsent(request, placed.span());
            }
        }
        return controllers;
    }

    private void add(ReportSpan span, Map<ReportSpan, ReportSpan> controllers, SelfTimes selfTimes) {
        ReportSpan controller = controllers.get(span);
        long selfMicros = selfTimes.micros(span) + (controller == null ? 0 : selfTimes.micros(controller));
        String request = span.servedRequest() == null
                ? Operation.of(span).words()
                : Objects.requireNonNullElse(span.sharedSubject(), span.name());
        table.add(
                new RequestOperation(request, controller == null ? null : controller.sharedSubject()),
                span,
                selfMicros);
    }

    /** The figures so far. */
    public Map<RequestOperation, SpanFigures> figures() {
        return table.figures();
    }
}
