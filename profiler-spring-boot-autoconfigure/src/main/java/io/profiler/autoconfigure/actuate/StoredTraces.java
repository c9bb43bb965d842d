// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import io.profiler.report.Report;
import io.profiler.store.OpenedStores;
import io.profiler.store.TraceReader;
import io.profiler.store.TraceSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The traces in the store, as the endpoint hands them out. */
final class StoredTraces {

    private final OpenedStores stores;

    StoredTraces(OpenedStores stores) {
        this.stores = stores;
    }

    /** An object with the traces that are asked for, and whether the limit left some out. */
    Map<String, Object> list(QueryParameters parameters) {
        List<TraceSummary> traces = matching(parameters);
        boolean more = parameters.most() > 0 && traces.size() > parameters.most();
        Map<String, Object> list = new LinkedHashMap<>();
        list.put(
                "traces",
                (more ? traces.subList(0, parameters.most()) : traces)
                        .stream().map(TraceSummary::toDocument).toList());
        list.put("more", more);
        return list;
    }

    private List<TraceSummary> matching(QueryParameters parameters) {
        List<TraceSummary> traces = reader(stores::onlyTakes).list(parameters.query());
        return parameters.withErrors()
                ? traces.stream().filter(trace -> trace.errors() > 0).toList()
                : traces;
    }

    /**
     * The report of a trace.
     *
     * @throws UnknownTraceException if the store has no point of it
     * @throws UnreadableStoreException if it gives no points back
     */
    Report report(String traceId) {
        Report report = Report.of(reader(() -> stores.onlyTakes(traceId)).read(traceId));
        if (report.spans().isEmpty()) {
            throw new UnknownTraceException(traceId);
        }
        return report;
    }

    /**
     * Deletes a trace.
     *
     * @throws UnknownTraceException if the store has no point of it
     * @throws UnreadableStoreException if it gives no points back
     */
    void delete(String traceId) {
        if (reader(() -> stores.onlyTakes(traceId)).delete(traceId) == 0) {
            throw new UnknownTraceException(traceId);
        }
    }

    private TraceReader reader(Supplier<String> onlyTakes) {
        return stores.reader().orElseThrow(() -> new UnreadableStoreException(onlyTakes.get()));
    }
}
