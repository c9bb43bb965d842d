// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStoreFactory;
import java.util.Set;

/** Answers to {@code elasticsearch://} and {@code elasticsearchs://} (with TLS), for OpenSearch as well. */
public final class ElasticsearchTraceStoreFactory implements TraceStoreFactory {

    @Override
    public Set<String> schemes() {
        return Set.of("elasticsearch", "elasticsearchs");
    }

    @Override
    public String dependency() {
        return "co.elastic.clients:elasticsearch-rest5-client";
    }

    @Override
    public TraceStore create(ConnectionString connectionString, StoreOptions options) {
        return new ElasticsearchTraceStore(ElasticsearchConnection.to(connectionString, options), options);
    }
}
