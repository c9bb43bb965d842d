// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.client.MongoClient;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The application's own client, which is left open. */
final class SharedMongoAccess implements MongoAccess {

    private final MongoOperations operations;

    SharedMongoAccess(MongoClient client) {
        this.operations = new MongoTemplate(client, OsprofilerNames.DATABASE);
    }

    @Override
    public MongoOperations operations() {
        return operations;
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
        return "the application's MongoDB";
    }
}
