// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import io.profiler.autoconfigure.ReadingProperties;
import io.profiler.point.TracePoint;
import io.profiler.report.Report;
import io.profiler.store.OpenedStores;
import io.profiler.store.TraceReader;
import io.profiler.store.TraceSummary;
import io.profiler.store.TraceTooLargeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The traces in the store, as the endpoint hands them out. */
final class StoredTraces {

    /** As long as a browser waits for the console. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final OpenedStores stores;
    private final ReadingProperties bounds;
    private final OneByOne reports = new OneByOne(LONGEST_WAIT);

    StoredTraces(OpenedStores stores, ReadingProperties bounds) {
        this.stores = stores;
        this.bounds = bounds;
    }

    /** What {@link TraceReader#changeMark()} says of the store. */
    @Nullable
    String changeMark() {
        return reader(stores::onlyTakes).changeMark();
    }

    /** An object with the traces that are asked for, and whether the limit left some out. */
    Map<String, Object> list(QueryParameters parameters) {
        int most = parameters.most(bounds.listedTraces());
        List<TraceSummary> traces =
                reader(stores::onlyTakes).list(parameters.query(bounds.listedTraces(), bounds.examinedTraces()));
        Map<String, Object> list = new LinkedHashMap<>();
        list.put(
                "traces",
                traces.stream().limit(most).map(TraceSummary::toDocument).toList());
        list.put("more", traces.size() > most);
        return list;
    }

    /**
     * Shows the report of a trace.
     *
     * @throws UnknownTraceException if the store has no point of it
     * @throws UnreadableStoreException if it gives no points back
     * @throws OversizedTraceException if it takes too much memory
     * @throws BusyException if others have that memory
     */
    <T> T show(String traceId, Function<Report, T> form) {
        return reports.run(() -> form.apply(report(traceId)));
    }

    private Report report(String traceId) {
        Report report = Report.of(points(traceId));
        if (report.spans().isEmpty()) {
            throw new UnknownTraceException(traceId);
        }
        return report;
    }

    private List<TracePoint> points(String traceId) {
        try {
            return reader(() -> stores.onlyTakes(traceId)).read(traceId, bounds.traceLimit());
        } catch (TraceTooLargeException beyond) {
            throw new OversizedTraceException(traceId, bounds.traceLimit());
        }
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
