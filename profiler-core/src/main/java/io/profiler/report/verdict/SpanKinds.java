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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the spans of a report are. Not thread-safe. */
final class SpanKinds {

    /** Names that tell no layer and what they are of nevertheless. */
    private static final Pattern STORE = Pattern.compile(
            ".*(?:cache|repository|dao|query|memcached|elasticsearch|cassandra).*", Pattern.CASE_INSENSITIVE);

    private static final Pattern MESSAGING = Pattern.compile("(?:spring[.])?(?:rabbit|kafka|jms)[._](.*)");

    private final Map<ReportSpan, Operation> operations = new IdentityHashMap<>();
    private final Map<String, Layer> layers = new HashMap<>();
    private final ServedRequests requests;
    private final boolean job;

    SpanKinds(Report report) {
        this.requests = ServedRequests.of(report, this::isRequest);
        this.job = report.roots().stream().noneMatch(this::isRequest);
    }

    /** Whether the trace is of work that no request has asked for. */
    boolean isJob() {
        return job;
    }

    Layer layer(ReportSpan span) {
        return layers.computeIfAbsent(span.name(), Layer::of);
    }

    Operation operation(ReportSpan span) {
        return operations.computeIfAbsent(span, Operation::of);
    }

    /** The request that a span is part of, null if there is none. */
    @Nullable
    ReportSpan requestAbove(ReportSpan span) {
        return requests.above(span);
    }

    /** Whether a span served a request. */
    boolean isRequest(ReportSpan span) {
        return layer(span).isTransport() || span.servedRequest() != null;
    }

    /** Whether a span asked a database, a cache, or another service. */
    boolean isCall(ReportSpan span) {
        return layer(span).isStore()
                || isRemote(span)
                || STORE.matcher(span.name()).matches();
    }

    /** Whether a span asked another service, or is what that one did for it. */
    boolean isRemote(ReportSpan span) {
        return layer(span).isRemote() || isRequest(span) && requests.above(span) != null || asks(span);
    }

    /** Whether a span sent or received a message. */
    boolean isMessaging(ReportSpan span) {
        return MESSAGING.matcher(span.name()).matches();
    }

    /** Whether a span is what a message has set off. */
    boolean isListener(ReportSpan span) {
        Matcher messaging = MESSAGING.matcher(span.name());
        return messaging.matches() && !messaging.group(1).matches("send|publish|template.*");
    }

    /** Whether the time in a span is that of code, and not of a database or another service. */
    boolean isCode(ReportSpan span) {
        return !layer(span).isDatabase() && !isRemote(span);
    }

    private static boolean asks(ReportSpan span) {
        return span.servedRequest() == null && span.request() != null;
    }
}
