// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The application's own client, which is left open. */
final class SharedMongoAccess implements MongoAccess {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MongoOperations operations;
    private final Duration patience;

    SharedMongoAccess(MongoClient client) {
        this(client, PATIENCE);
    }

    SharedMongoAccess(MongoClient client, Duration patience) {
        this.operations = new MongoTemplate(client, OsprofilerNames.DATABASE);
        this.patience = patience;
    }

    @Override
    public MongoOperations operations() {
        return operations;
    }

    /** By default a client waits forever on a connection that is gone at its other end. */
    @Override
    public MongoCollection<Document> bounded(MongoCollection<Document> collection) {
        return collection.getTimeout(TimeUnit.MILLISECONDS) == null
                ? collection.withTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                : collection;
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
        return "the application's MongoDB";
    }
}
