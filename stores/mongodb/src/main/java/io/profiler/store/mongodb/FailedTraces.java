// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** The index of failed traces: one document each, with the time of its last error, as OSprofiler keeps it. */
final class FailedTraces {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final Expiry expiry;

    FailedTraces(Expiry expiry) {
        this.expiry = expiry;
    }

    boolean record(MongoCollection<Document> collection, Map<String, String> lastErrorAt) {
        List<UpdateOneModel<Document>> updates = new ArrayList<>();
        lastErrorAt.forEach((baseId, timestamp) -> updates.add(update(baseId, timestamp)));
        return collection
                .bulkWrite(updates, new BulkWriteOptions().ordered(false))
                .wasAcknowledged();
    }

    private UpdateOneModel<Document> update(String baseId, String timestamp) {
        Document members = expiry.addTo(new Document("timestamp", timestamp));
        return new UpdateOneModel<>(new Document("base_id", baseId), new Document("$set", members), UPSERT);
    }
}
