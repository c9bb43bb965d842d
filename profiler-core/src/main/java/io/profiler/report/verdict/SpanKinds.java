// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Layer;
import io.profiler.report.internal.analysis.Operation;
import io.profiler.report.internal.analysis.ServedRequests;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the spans of a report are. Not thread-safe. */
final class SpanKinds {

    private final Map<ReportSpan, Operation> operations = new IdentityHashMap<>();
    private final Map<ReportSpan, Boolean> served = new IdentityHashMap<>();
    private final Map<ReportSpan, Boolean> remote = new IdentityHashMap<>();
    private final Map<String, NameKind> names = new HashMap<>();
    private final Report report;
    private final Set<ReportSpan> middleware;
    private final ServedRequests requests;
    private final ServedRequests occasions;
    private final ServedRequests asked;
    private final PathIds ids;

    SpanKinds(Report report) {
        this.report = report;
        this.middleware = Middleware.of(report, this::looksLikeRequest);
        this.requests = ServedRequests.of(report, this::isRequest);
        this.occasions = ServedRequests.of(report, this::isOccasion);
        this.asked = ServedRequests.of(report, this::isAskedFor);
        this.ids = PathIds.of(report.spans(), this::isRemote);
    }

    private NameKind name(ReportSpan span) {
        return names.computeIfAbsent(span.name(), NameKind::of);
    }

    Layer layer(ReportSpan span) {
        return name(span).layer();
    }

    Operation operation(ReportSpan span) {
        return operations.computeIfAbsent(span, key -> ids.hide(Operation.of(key)));
    }

    /** The request that a span is part of, null if there is none. */
    @Nullable
    ReportSpan requestAbove(ReportSpan span) {
        return requests.above(span);
    }

    /** The request or message that a span was made for, null if there is none. */
    @Nullable
    ReportSpan occasionAbove(ReportSpan span) {
        return occasions.above(span);
    }

    /** Whether a span is, or is part of, work that neither a request nor a message has asked for. */
    boolean isJob(ReportSpan span) {
        return asked.above(span) == null && !isAskedFor(span);
    }

    private boolean isAskedFor(ReportSpan span) {
        return isOccasion(span) || layer(span).isController();
    }

    private boolean isOccasion(ReportSpan span) {
        return isRequest(span) || isListener(span);
    }

    /** Whether a span served a request. */
    boolean isRequest(ReportSpan span) {
        return looksLikeRequest(span) && !middleware.contains(span);
    }

    private boolean looksLikeRequest(ReportSpan span) {
        return layer(span).isTransport()
                || name(span).server()
                || served.computeIfAbsent(span, key -> key.servedRequest() != null);
    }

    /** Whether a span asked a database, whatever it is called. */
    boolean isDatabase(ReportSpan span) {
        return layer(span).isDatabase() || span.statement() != null;
    }

    /** Whether a span asked a cache. */
    boolean isCache(ReportSpan span) {
        return name(span).cache();
    }

    /** Whether a span asked a database, a cache, or another service. */
    boolean isCall(ReportSpan span) {
        return name(span).store() || isDatabase(span) || isRemote(span);
    }

    /** Whether a span asked another service, or is what that one did for it. */
    boolean isRemote(ReportSpan span) {
        return remote.computeIfAbsent(span, this::asksOrServes);
    }

    private boolean asksOrServes(ReportSpan span) {
        return !isListener(span)
                && (layer(span).isRemote()
                        || isMessaging(span)
                        || name(span).client() && report.childrenOf(span).isEmpty()
                        || isRequest(span) && requests.above(span) != null
                        || asks(span));
    }

    /** Whether a span is the work of another one's callee: it serves a request or a message, or ran on another host. */
    boolean serves(ReportSpan span, @Nullable ReportSpan parent) {
        return isOccasion(span)
                || parent != null
                        && parent.host() != null
                        && span.host() != null
                        && !parent.host().equals(span.host());
    }

    /** Whether a span sent or received a message. */
    boolean isMessaging(ReportSpan span) {
        return name(span).messaging();
    }

    /** Whether a span is what a message has set off. */
    boolean isListener(ReportSpan span) {
        return name(span).listener();
    }

    /** Whether the time in a span is that of code, and not of a database or another service. */
    boolean isCode(ReportSpan span) {
        return !isDatabase(span) && !isRemote(span);
    }

    private static boolean asks(ReportSpan span) {
        return span.servedRequest() == null && span.request() != null;
    }
}
