// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStoreFactory;
import java.util.Set;

/** Answers to {@code mongodb://} and {@code mongodb+srv://}, with every option that MongoDB's driver knows. */
public final class MongoTraceStoreFactory implements TraceStoreFactory {

    @Override
    public Set<String> schemes() {
        return Set.of("mongodb", "mongodb+srv");
    }

    @Override
    public String dependency() {
        return "org.springframework.boot:spring-boot-starter-data-mongodb";
    }

    @Override
    public TraceStore create(ConnectionString connectionString, StoreOptions options) {
        return new MongoTraceStore(MongoConnection.to(connectionString, options), options);
    }
}
