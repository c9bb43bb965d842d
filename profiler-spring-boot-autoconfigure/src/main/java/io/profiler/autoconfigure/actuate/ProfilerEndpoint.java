// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import io.profiler.report.Report;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * The traces in the store: listed, shown one by one, deleted; to a browser as pages, to others as JSON. Each call asks
 * the store on the thread of its own request; profiled requests do not wait for it.
 */
@WebEndpoint(id = "profiler")
final class ProfilerEndpoint {

    private final StoredTraces traces;
    private final Pages pages;

    ProfilerEndpoint(StoredTraces traces, Pages pages) {
        this.traces = traces;
        this.pages = pages;
    }

    /** The traces that the parameters ask for, or the page that asks for them. */
    @ReadOperation(producesFrom = TraceFormat.class)
    WebEndpointResponse<byte[]> list(
            TraceFormat format,
            @Nullable String since,
            @Nullable String minDuration,
            @Nullable String failed,
            @Nullable String errors,
            @Nullable String service,
            @Nullable String name,
            @Nullable String sort,
            @Nullable String limit) {
        QueryParameters parameters =
                new QueryParameters(since, minDuration, failed, errors, service, name, sort, limit);
        return format == TraceFormat.HTML
                ? pages.console()
                : StoreAnswer.of(() -> JsonBody.of(traces.list(parameters)), JsonBody::ofFailure);
    }

    /** One trace: in the shape of OSprofiler's {@code trace show --json}, or as a page. */
    @ReadOperation(producesFrom = TraceFormat.class)
    WebEndpointResponse<byte[]> trace(TraceFormat format, @Selector String traceId) {
        return format == TraceFormat.HTML
                ? StoreAnswer.of(() -> pages.trace(report(traceId)), pages::failure)
                : StoreAnswer.of(() -> JsonBody.of(report(traceId)), JsonBody::ofFailure);
    }

    private Report report(String traceId) {
        return traces.report(traceId);
    }

    /** Deletes a trace. */
    @DeleteOperation
    WebEndpointResponse<byte[]> delete(@Selector String traceId) {
        return StoreAnswer.of(
                () -> {
                    traces.delete(traceId);
                    return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NO_CONTENT);
                },
                JsonBody::ofFailure);
    }
}
