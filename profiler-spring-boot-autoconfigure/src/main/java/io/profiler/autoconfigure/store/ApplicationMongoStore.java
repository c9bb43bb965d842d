// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.store;

import com.mongodb.client.MongoClient;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceWriter;
import io.profiler.store.mongodb.MongoTraceStore;
import org.springframework.beans.factory.ObjectProvider;

/** A store in the application's MongoDB. */
record ApplicationMongoStore(ObjectProvider<MongoClient> client) implements ApplicationStore {

    @Override
    public boolean isMeantBy(String connectionString) {
        return connectionString.isEmpty();
    }

    @Override
    public TraceWriter create(ConnectionString connectionString, StoreOptions options) {
        return MongoTraceStore.using(client.getObject(), options);
    }
}
