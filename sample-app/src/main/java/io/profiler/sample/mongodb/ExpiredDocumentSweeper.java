// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.mongodb;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.scheduling.annotation.Scheduled;

/** Does for the embedded database what MongoDB does by itself: deletes the documents that a TTL index says are over. */
class ExpiredDocumentSweeper {

    private static final String EXPIRE_AFTER_SECONDS = "expireAfterSeconds";

    private final MongoClient client;
    private final Clock clock;

    ExpiredDocumentSweeper(MongoClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        for (String name : client.listDatabaseNames()) {
            sweep(client.getDatabase(name));
        }
    }

    private void sweep(MongoDatabase database) {
        for (String name : database.listCollectionNames()) {
            sweep(database.getCollection(name));
        }
    }

    private void sweep(MongoCollection<Document> collection) {
        for (Document index : collection.listIndexes()) {
            if (index.get(EXPIRE_AFTER_SECONDS) instanceof Number seconds) {
                String field =
                        index.get("key", Document.class).keySet().iterator().next();
                Instant cutoff = clock.instant().minusSeconds(seconds.longValue());
                collection.deleteMany(Filters.lt(field, Date.from(cutoff)));
            }
        }
    }
}
