// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
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
import io.profiler.store.backend.ErrorIndex;
import io.profiler.store.backend.Retention;
import io.profiler.store.backend.TraceListing;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Keeps trace points in OSprofiler's collections {@code profiler} and {@code profiler_error} of the database {@code
 * osprofiler}, in the shape that OSprofiler 3.4.3 writes and reads.
 *
 * <p>Beyond it, each document's {@code _id} is made of its span and phase, so that a point is never stored twice;
 * there are indexes on {@code base_id}; and with a retention each document of both collections has a member {@code
 * expire_at}, by which MongoDB deletes it.
 *
 * @since 0.1
 */
public final class MongoTraceStore implements TraceStore {

    private static final Logger logger = LoggerFactory.getLogger(MongoTraceStore.class);

    private final MongoAccess access;
    private final boolean filterErrorTrace;
    private final Expiry expiry;
    private final FailedTraces failedTraces;
    private final OccasionalLog rejected = new OccasionalLog(logger);
    private final PointReading reading;
    private final ErrorIndex errorIndex;
    private final IndexMaking indexes;
    private final IndexMaking failedIndexes;

    MongoTraceStore(MongoAccess access, StoreOptions options) {
        this.access = access;
        this.filterErrorTrace = options.filterErrorTrace();
        this.expiry = new Expiry(new Retention(options.retention()));
        this.reading = new PointReading(access);
        this.failedTraces = new FailedTraces(expiry);
        this.errorIndex = new ErrorIndex(
                "Failed traces are stored in " + access + ", but not listed in " + OsprofilerNames.FAILED, logger);
        OccasionalLog building = new OccasionalLog(logger);
        this.indexes = new IndexMaking(this::makeIndexes, building);
        this.failedIndexes = new IndexMaking(this::makeIndexesOnFailed, building);
    }

    /**
     * {@return a store that uses a client which stays its owner's: closing the store leaves it open}
     *
     * @param client client of the application, whose settings are not changed
     * @param options of which the client decides on the time to connect
     */
    public static MongoTraceStore using(MongoClient client, StoreOptions options) {
        return new MongoTraceStore(new SharedMongoAccess(client), options);
    }

    @Override
    public AppendResult append(List<TracePoint> points) {
        indexes.ensure();
        if (points.isEmpty()) {
            return AppendResult.allStored(0);
        }
        AppendResult result = in(
                OsprofilerNames.POINTS,
                collection -> new PointInsert(access.bounded(collection), expiry, rejected).insert(points));
        if (filterErrorTrace) {
            errorIndex.record(points, lastErrorAt -> {
                failedIndexes.ensure();
                in(OsprofilerNames.FAILED, collection -> failedTraces.record(access.bounded(collection), lastErrorAt));
            });
        }
        return result;
    }

    private void makeIndexes() {
        in(OsprofilerNames.POINTS, collection -> Indexes.ensureOnPoints(collection, expiry.isOn()));
        if (filterErrorTrace) {
            errorIndex.attempt(failedIndexes::ensure);
        }
    }

    private void makeIndexesOnFailed() {
        in(OsprofilerNames.FAILED, collection -> Indexes.ensureOnFailed(collection, expiry.isOn()));
    }

    @Override
    public List<TracePoint> read(String baseId) {
        return read(baseId, ReadLimit.NONE);
    }

    @Override
    public List<TracePoint> read(String baseId, ReadLimit limit) {
        return in(OsprofilerNames.POINTS, collection -> reading.read(collection, baseId, limit));
    }

    @Override
    public List<TraceSummary> list(TraceQuery query) {
        return in(
                OsprofilerNames.POINTS,
                points -> in(
                        OsprofilerNames.FAILED,
                        failed -> new TraceListing(new MongoCatalogue(points, failed)).list(query)));
    }

    /** From the collection's own count, which the server keeps. */
    @Override
    public String changeMark() {
        return in(OsprofilerNames.POINTS, collection -> String.valueOf(collection.estimatedDocumentCount()));
    }

    @Override
    public long delete(String baseId) {
        Document ofTrace = new Document("base_id", baseId);
        errorIndex.attempt(() -> in(OsprofilerNames.FAILED, collection -> collection.deleteMany(ofTrace)));
        return in(
                OsprofilerNames.POINTS,
                collection -> collection.deleteMany(ofTrace).getDeletedCount());
    }

    @Override
    public StoreStatus status() {
        return in(OsprofilerNames.POINTS, points -> new MongoStatus(access.operations(), points).read());
    }

    private <T> T in(String collectionName, Function<MongoCollection<Document>, T> action) {
        try {
            T result = access.operations().execute(collectionName, action::apply);
            if (result == null) {
                throw new IllegalStateException("no result from " + collectionName);
            }
            return result;
        } catch (MongoException | DataAccessException unavailable) {
            throw new StoreUnavailableException(
                    access + " does not answer: " + Causes.inOneLine(unavailable), unavailable);
        }
    }

    @Override
    public void close() {
        access.close();
    }

    @Override
    public String toString() {
        return access.toString();
    }
}
