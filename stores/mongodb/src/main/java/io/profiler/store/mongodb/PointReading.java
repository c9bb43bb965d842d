// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePoint;
import io.profiler.store.BoundedPoints;
import io.profiler.store.ReadLimit;
import java.util.List;
import org.bson.Document;
import org.slf4j.LoggerFactory;

/** Reads the points of a trace; documents that are none are left out with a warning. */
final class PointReading {

    private final OccasionalLog foreign = new OccasionalLog(LoggerFactory.getLogger(MongoTraceStore.class));
    private final MongoAccess access;

    PointReading(MongoAccess access) {
        this.access = access;
    }

    /** The server sends no more than 16 MB at a time. */
    List<TracePoint> read(MongoCollection<Document> collection, String baseId, ReadLimit limit) {
        BoundedPoints points = new BoundedPoints(baseId, limit);
        try (MongoCursor<Document> cursor =
                collection.find(new Document("base_id", baseId)).cursor()) {
            cursor.forEachRemaining(document -> addReadable(points, document));
        }
        return points.toList();
    }

    private void addReadable(BoundedPoints points, Document document) {
        try {
            points.add(PointDocuments.toPoint(document));
        } catch (IllegalArgumentException unreadable) {
            foreign.warn(
                    "Document " + document.get("_id") + " in " + access + " is left out: " + unreadable.getMessage());
        }
    }
}
