// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.ReadLimit;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreStatus;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceSummary;
import io.profiler.store.UnusableStoreException;
import io.profiler.store.backend.ErrorIndex;
import io.profiler.store.backend.Retention;
import io.profiler.store.backend.TraceListing;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Keeps trace points in OSprofiler's table {@code data}, in the shape that OSprofiler 3.4.3 writes and reads through
 * SQLAlchemy.
 *
 * <p>Beyond it there is a unique index on span and name, so that a point is never stored twice, and a table {@code
 * profiler_error} of the traces that failed. With a retention, the writer deletes what is older.
 */
final class JdbcTraceStore implements TraceStore {

    private static final Logger logger = LoggerFactory.getLogger(JdbcTraceStore.class);

    private final Database database;
    private final boolean filterErrorTrace;
    private final Schema schema;
    private final PointIndexes indexes;
    private final FailedTraces failedTraces;
    private final ErrorIndex errorIndex;
    private final Sweep sweep;
    private final Traces traces;
    private final OccasionalLog rejected = new OccasionalLog(logger);
    private volatile @Nullable Target target;

    /** What the database was found to have, or was given. */
    private record Target(PointInsert points, boolean building) {}

    JdbcTraceStore(JdbcAddress address, StoreOptions options, Clock clock) {
        this.database = new Database(address, options);
        this.filterErrorTrace = options.filterErrorTrace();
        this.schema = new Schema(database);
        this.indexes = new PointIndexes(database, schema);
        this.failedTraces = new FailedTraces(database, schema);
        this.errorIndex = new ErrorIndex(
                "Failed traces are stored in " + address + ", but not listed in " + Statements.FAILED, logger);
        this.sweep = new Sweep(database, new Retention(options.retention(), clock));
        this.traces = new Traces(database);
    }

    @Override
    public AppendResult append(List<TracePoint> points) {
        return answered(() -> {
            AppendResult result = insert(points);
            if (filterErrorTrace) {
                errorIndex.record(points, failedTraces::record);
            }
            sweep.runIfDue(failedTraces.areListed());
            return result;
        });
    }

    /** What a database lost while it was away is made anew. */
    private AppendResult insert(List<TracePoint> points) {
        Target ready = target();
        try {
            return ready.points().insert(points);
        } catch (DataAccessException | PoolInitializationException unavailable) {
            target = null;
            throw unavailable;
        }
    }

    private Target target() {
        Target ready = target;
        return ready == null || isOutdated(ready) ? prepare() : ready;
    }

    private boolean isOutdated(Target ready) {
        return ready.building() && indexes.isDue();
    }

    private synchronized Target prepare() {
        Target ready = target;
        if (ready == null || isOutdated(ready)) {
            database.keepWhatIsStored();
            schema.ensurePoints();
            PointIndexes.Made made = indexes.make();
            if (filterErrorTrace) {
                errorIndex.attempt(failedTraces::prepare);
            }
            ready = new Target(new PointInsert(database, made.unique(), rejected), made.building());
            target = ready;
        }
        return ready;
    }

    @Override
    public List<TracePoint> read(String baseId) {
        return read(baseId, ReadLimit.NONE);
    }

    @Override
    public List<TracePoint> read(String baseId, ReadLimit limit) {
        return answered(() -> schema.hasPoints() ? traces.read(baseId, limit) : List.of());
    }

    @Override
    public List<TraceSummary> list(TraceQuery query) {
        return answered(() -> {
            boolean failed = schema.hasFailed();
            JdbcCatalogue catalogue =
                    new JdbcCatalogue(database.template(), database.address().dialect(), failed);
            return schema.hasPoints() ? new TraceListing(catalogue).list(query) : List.of();
        });
    }

    @Override
    public @Nullable String changeMark() {
        return answered(() -> schema.hasPoints() ? traces.newestId() : "");
    }

    @Override
    public long delete(String baseId) {
        return answered(() -> {
            if (schema.hasFailed()) {
                errorIndex.attempt(() -> failedTraces.delete(baseId));
            }
            return schema.hasPoints() ? traces.delete(baseId) : 0L;
        });
    }

    @Override
    public StoreStatus status() {
        return answered(() -> new JdbcStatus(database, schema).read());
    }

    private <T> T answered(Supplier<T> action) {
        database.requireExisting();
        try {
            return action.get();
        } catch (ForeignTableException foreign) {
            throw new UnusableStoreException(String.valueOf(foreign.getMessage()), foreign);
        } catch (DataAccessException | PoolInitializationException unavailable) {
            database.reconnect();
            throw unavailable(unavailable);
        }
    }

    private StoreUnavailableException unavailable(RuntimeException cause) {
        String reason = Causes.inOneLine(cause);
        return database.address().isEmbedded()
                ? new UnusableStoreException(database.address() + " cannot be used: " + reason, cause)
                : new StoreUnavailableException(database.address() + " does not answer: " + reason, cause);
    }

    @Override
    public void close() {
        database.close();
    }

    @Override
    public String toString() {
        return database.address().toString();
    }
}
