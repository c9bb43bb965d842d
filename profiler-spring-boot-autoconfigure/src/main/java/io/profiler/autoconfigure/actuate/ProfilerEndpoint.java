// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import io.profiler.report.Report;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * The traces in the store: listed, shown one by one, deleted. Each call asks the store on the thread of its own
 * request; profiled requests do not wait for it.
 */
@WebEndpoint(id = "profiler")
final class ProfilerEndpoint {

    private final TraceStore store;

    ProfilerEndpoint(TraceStore store) {
        this.store = store;
    }

    /** The traces that the filters let through; {@code more} says whether the limit left some out. */
    @ReadOperation(produces = "application/json")
    WebEndpointResponse<byte[]> list(
            @Nullable String since,
            @Nullable String minDuration,
            @Nullable String failed,
            @Nullable String service,
            @Nullable String name,
            @Nullable String sort,
            @Nullable String limit) {
        return StoreAnswer.of(() -> {
            QueryParameters parameters = new QueryParameters(since, minDuration, failed, service, name, sort, limit);
            return JsonBody.of(list(parameters.query(), parameters.most()));
        });
    }

    private Map<String, Object> list(TraceQuery query, int most) {
        List<TraceSummary> traces = store.list(query);
        boolean more = most > 0 && traces.size() > most;
        Map<String, Object> list = new LinkedHashMap<>();
        list.put(
                "traces",
                (more ? traces.subList(0, most) : traces)
                        .stream().map(TraceSummary::toDocument).toList());
        list.put("more", more);
        return list;
    }

    /** One trace in the shape of OSprofiler's {@code trace show --json}. */
    @ReadOperation(produces = "application/json")
    WebEndpointResponse<byte[]> trace(@Selector String traceId) {
        return StoreAnswer.of(() -> {
            Report report = Report.of(store.read(traceId));
            if (report.spans().isEmpty()) {
                throw new UnknownTraceException(traceId);
            }
            return JsonBody.of(report);
        });
    }

    /** Deletes a trace. */
    @DeleteOperation
    WebEndpointResponse<byte[]> delete(@Selector String traceId) {
        return StoreAnswer.of(() -> {
            if (store.delete(traceId) == 0) {
                throw new UnknownTraceException(traceId);
            }
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NO_CONTENT);
        });
    }
}
