// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.ReadLimit;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreStatus;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceSummary;
import io.profiler.store.backend.ErrorIndex;
import io.profiler.store.backend.Retention;
import io.profiler.store.backend.TraceListing;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps trace points in OSprofiler's indexes {@code osprofiler-notifications} and {@code osprofiler-notifications-error},
 * in the shape that OSprofiler 3.4.3 writes and reads.
 *
 * <p>Beyond it, each document's {@code _id} is made of its span and phase, so that a point is never stored twice; a
 * template makes the indexes so that ids are found exactly; and with a retention each document has a member {@code
 * expire_at}, after which it is not found, and by which it is deleted.
 */
final class ElasticsearchTraceStore implements TraceStore {

    private static final Logger logger = LoggerFactory.getLogger(ElasticsearchTraceStore.class);

    private static final String REFRESH = "/" + OsprofilerIndexes.POINTS + ',' + OsprofilerIndexes.FAILED
            + "/_refresh?ignore_unavailable=true&allow_no_indices=true";

    private static final String COUNT =
            "/" + OsprofilerIndexes.POINTS + "/_count?ignore_unavailable=true&allow_no_indices=true&filter_path=count";

    private final ElasticsearchConnection connection;
    private final Sweep sweep;
    private final ErrorIndex errorIndex;
    private final Appending appending;
    private final Bulk bulk;
    private final Documents documents;
    private final Traces traces;

    ElasticsearchTraceStore(ElasticsearchConnection connection, StoreOptions options) {
        this.connection = connection;
        Retention retention = new Retention(options.retention());
        this.sweep = new Sweep(connection, new OccasionalLog(logger), retention);
        this.errorIndex = new ErrorIndex(
                "Failed traces are stored in " + connection + ", but not listed in " + OsprofilerIndexes.FAILED,
                logger);
        OccasionalLog rejected = new OccasionalLog(logger);
        this.bulk = new Bulk(connection, rejected);
        this.appending = new Appending(
                connection, bulk, new Expiry(retention), rejected, options.filterErrorTrace() ? errorIndex : null);
        this.documents = new Documents(connection);
        this.traces = new Traces(connection, documents);
    }

    @Override
    public AppendResult append(List<TracePoint> points) {
        AppendResult result = appending.append(points);
        sweep.runIfDue();
        return result;
    }

    @Override
    public List<TracePoint> read(String baseId) {
        return read(baseId, ReadLimit.NONE);
    }

    @Override
    public List<TracePoint> read(String baseId, ReadLimit limit) {
        return refreshed(() -> traces.read(baseId, limit));
    }

    @Override
    public List<TraceSummary> list(TraceQuery query) {
        return refreshed(() -> new TraceListing(new ElasticsearchCatalogue(connection, documents)).list(query));
    }

    @Override
    public String changeMark() {
        return refreshed(() -> String.valueOf(connection.send("GET", COUNT).get("count")));
    }

    @Override
    public long delete(String baseId) {
        return refreshed(() -> {
            errorIndex.attempt(() -> traces.delete(OsprofilerIndexes.FAILED, baseId, bulk));
            return traces.delete(OsprofilerIndexes.POINTS, baseId, bulk);
        });
    }

    @Override
    public StoreStatus status() {
        return refreshed(() -> new ElasticsearchStatus(connection).read());
    }

    /** What was appended is found once the index is refreshed: that is the reader's to wait for, not the writer's. */
    private <T> T refreshed(Supplier<T> action) {
        try {
            connection.send("POST", REFRESH);
        } catch (RefusedException notAllowed) {
            logger.debug("What was written in the last second may be missing", notAllowed);
        }
        try {
            return action.get();
        } catch (RefusedException refused) {
            throw refused.asUnavailable();
        }
    }

    @Override
    public void close() {
        connection.close();
    }

    @Override
    public String toString() {
        return connection.toString();
    }
}
