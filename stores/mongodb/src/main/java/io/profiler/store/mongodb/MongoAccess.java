// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/** Where the operations come from; its text form names the place without credentials. */
interface MongoAccess extends AutoCloseable {

    /**
     * The operations on OSprofiler's database.
     *
     * @throws RuntimeException if there is no way to reach it now
     */
    MongoOperations operations();

    /** The same collection, for one that writes: no call to it waits without end. */
    default MongoCollection<Document> bounded(MongoCollection<Document> collection) {
        return collection;
    }

    /** Releases what was made for the profiler alone. */
    @Override
    void close();
}
