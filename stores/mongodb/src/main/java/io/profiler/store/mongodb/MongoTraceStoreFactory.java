// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import io.profiler.store.ConnectionString;
import io.profiler.store.Library;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStoreFactory;
import io.profiler.store.TraceWriter;
import java.util.List;
import java.util.Set;

/**
 * Answers to {@code mongodb://} and {@code mongodb+srv://}, with every option that MongoDB's driver knows.
 *
 * @since 0.1
 */
public final class MongoTraceStoreFactory implements TraceStoreFactory {

    private static final List<Library> LIBRARIES = List.of(
            new Library(
                    "org.springframework.data:spring-data-mongodb",
                    "org.springframework.data.mongodb.core.MongoTemplate"),
            new Library("org.mongodb:mongodb-driver-sync", "com.mongodb.client.MongoClients"));

    /** For {@link java.util.ServiceLoader}. */
    public MongoTraceStoreFactory() {}

    @Override
    public Set<String> schemes() {
        return Set.of("mongodb", "mongodb+srv");
    }

    @Override
    public List<Library> libraries(ConnectionString connectionString) {
        return LIBRARIES;
    }

    @Override
    public TraceWriter create(ConnectionString connectionString, StoreOptions options) {
        return new MongoTraceStore(MongoConnection.to(connectionString, options), options);
    }
}
