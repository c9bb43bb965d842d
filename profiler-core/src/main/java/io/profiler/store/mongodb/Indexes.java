// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The indexes that OSprofiler does without. */
final class Indexes {

    private static final Logger logger = LoggerFactory.getLogger(Indexes.class);

    private Indexes() {}

    /** Makes those that are missing. Without the right to do so traces are still written, only found more slowly. */
    static boolean ensure(MongoCollection<Document> collection, boolean expiring) {
        try {
            collection.createIndex(new Document("base_id", 1).append("timestamp", 1));
            if (expiring) {
                collection.createIndex(
                        new Document(PointDocuments.EXPIRE_AT, 1),
                        new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
            }
            return true;
        } catch (MongoCommandException refused) {
            logger.warn("No index on {}: {}", collection.getNamespace(), refused.getErrorMessage());
            return false;
        }
    }
}
