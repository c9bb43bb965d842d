// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.BoundedPoints;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps trace points under OSprofiler's keys {@code osprofiler_opt:<base id>} and {@code osprofiler_error:<base id>}, in
 * the shape that OSprofiler 3.4.3 writes and reads.
 *
 * <p>Beyond it there is a set of the points in each list, so that none is pushed twice, what each list adds up to, so that
 * lists of traces need not read it, an index of traces by when they were last active, and with a retention all of a trace expires that long after its last points.
 */
final class RedisTraceStore implements TraceStore {

    private static final Logger logger = LoggerFactory.getLogger(RedisTraceStore.class);

    private final RedisConnection connection;
    private final ErrorIndex errorIndex;
    private final Appending appending;
    private final Points points;
    private final AddedUp addedUp;
    private final ForeignTraces foreign;

    RedisTraceStore(RedisConnection connection, StoreOptions options) {
        this.connection = connection;
        this.errorIndex = new ErrorIndex(
                "Failed traces are stored in " + connection + ", but not listed below " + OsprofilerKeys.FAILED,
                logger);
        Expiry expiry = new Expiry(new Retention(options.retention()));
        this.appending = new Appending(connection, expiry, options.filterErrorTrace(), errorIndex);
        this.points = new Points(connection);
        this.addedUp = new AddedUp(points);
        this.foreign = new ForeignTraces(points);
    }

    @Override
    public AppendResult append(List<TracePoint> points) {
        return appending.append(points);
    }

    /** In the order in which OSprofiler reads them: what older releases wrote, then the newest first. */
    @Override
    public List<TracePoint> read(String baseId) {
        return read(baseId, ReadLimit.NONE);
    }

    @Override
    public List<TracePoint> read(String baseId, ReadLimit limit) {
        return connection.with(redis -> {
            BoundedPoints bounded = new BoundedPoints(baseId, limit);
            points.read(redis, baseId, bounded);
            return bounded.toList();
        });
    }

    @Override
    public List<TraceSummary> list(TraceQuery query) {
        return connection.with(redis -> new TraceListing(
                        new RedisCatalogue(redis, points, addedUp, foreign.find(redis, query.latest())))
                .list(query));
    }

    /** The number of keys changes with a trace of another writer. */
    @Override
    public @Nullable String changeMark() {
        return connection.with(redis -> ActivityIndex.mark(redis) + ',' + ForeignTraces.keys(redis));
    }

    @Override
    public long delete(String baseId) {
        return connection.with(redis -> {
            Long listed = redis.opsForList().size(OsprofilerKeys.POINTS + baseId);
            redis.delete(List.of(
                    OsprofilerKeys.POINTS + baseId, OsprofilerKeys.IDS + baseId, OsprofilerKeys.FIGURES + baseId));
            errorIndex.attempt(() -> connection.with(connected -> connected.delete(OsprofilerKeys.FAILED + baseId)));
            redis.opsForZSet().remove(OsprofilerKeys.ACTIVE, baseId);
            return (listed == null ? 0 : listed) + points.deleteLegacy(redis, baseId);
        });
    }

    @Override
    public StoreStatus status() {
        return connection.with(redis -> new RedisStatus(redis).read());
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
