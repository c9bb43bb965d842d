// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import io.profiler.autoconfigure.ReadingProperties;
import io.profiler.point.TracePoint;
import io.profiler.report.Report;
import io.profiler.report.compare.Comparison;
import io.profiler.store.OpenedStores;
import io.profiler.store.ReadLimit;
import io.profiler.store.TraceQuery;
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

    /** So that the console still hears of it, or gets its list, before it gives up. */
    private static final Duration LONGEST_WAIT_FOR_LISTS = Duration.ofSeconds(5);

    /** A long one does not keep all others waiting. */
    private static final int LISTS_AT_ONCE = 2;

    private final OpenedStores stores;
    private final ReadingProperties bounds;
    private final Turns reports =
            new Turns(1, LONGEST_WAIT, "others are being shown traces, which take long; try again in a moment");
    private final Turns lists =
            new Turns(LISTS_AT_ONCE, LONGEST_WAIT_FOR_LISTS, "others are being shown lists; try again in a moment");

    StoredTraces(OpenedStores stores, ReadingProperties bounds) {
        this.stores = stores;
        this.bounds = bounds;
    }

    /** What {@link TraceReader#changeMark()} says of the store. */
    @Nullable
    String changeMark() {
        return reader(stores::onlyTakes).changeMark();
    }

    /**
     * An object with the traces that are asked for, and whether the limit left some out.
     *
     * @throws InvalidParameterException if a parameter cannot be read
     * @throws UnreadableStoreException if the store gives no points back
     * @throws BusyException if others have the memory that a list takes
     */
    Map<String, Object> list(QueryParameters parameters) {
        int most = parameters.most(bounds.listedTraces());
        TraceQuery query = parameters.query(bounds.listedTraces(), bounds.examinedTraces());
        List<TraceSummary> traces = lists.run(() -> reader(stores::onlyTakes).list(query));
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
        return reports.run(() -> form.apply(report(traceId, bounds.traceLimit())));
    }

    /**
     * Shows two traces, which may take as much memory together as one alone.
     *
     * @throws UnknownTraceException if the store has no point of one of them
     * @throws UnreadableStoreException if it gives no points back
     * @throws OversizedTraceException if one takes more than its half of the memory
     * @throws BusyException if others have that memory
     */
    <T> T compare(String before, String after, Function<Comparison, T> form) {
        ReadLimit half = halfOf(bounds.traceLimit());
        return reports.run(() -> form.apply(Comparison.of(report(before, half), report(after, half))));
    }

    private static ReadLimit halfOf(ReadLimit limit) {
        return new ReadLimit(limit.points() / 2, limit.characters() / 2);
    }

    private Report report(String traceId, ReadLimit limit) {
        Report report = Report.of(points(traceId, limit));
        if (report.spans().isEmpty()) {
            throw new UnknownTraceException(traceId);
        }
        return report;
    }

    private List<TracePoint> points(String traceId, ReadLimit limit) {
        try {
            return reader(() -> stores.onlyTakes(traceId)).read(traceId, limit);
        } catch (TraceTooLargeException beyond) {
            throw new OversizedTraceException(traceId, limit);
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
