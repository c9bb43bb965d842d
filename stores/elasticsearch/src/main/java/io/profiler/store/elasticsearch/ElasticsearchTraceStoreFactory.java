// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import io.profiler.store.ConnectionString;
import io.profiler.store.Library;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStoreFactory;
import io.profiler.store.TraceWriter;
import java.util.List;
import java.util.Set;

/**
 * Answers to {@code elasticsearch://} and {@code elasticsearchs://} (with TLS), for OpenSearch as well.
 *
 * @since 0.1
 */
public final class ElasticsearchTraceStoreFactory implements TraceStoreFactory {

    private static final List<Library> LIBRARIES = List.of(new Library(
            "co.elastic.clients:elasticsearch-rest5-client",
            "co.elastic.clients.transport.rest5_client.low_level.Rest5Client",
            "io.profiler:profiler-spring-boot-starter-elasticsearch"));

    /** For {@link java.util.ServiceLoader}. */
    public ElasticsearchTraceStoreFactory() {}

    @Override
    public Set<String> schemes() {
        return Set.of("elasticsearch", "elasticsearchs");
    }

    @Override
    public List<Library> libraries(ConnectionString connectionString) {
        return LIBRARIES;
    }

    @Override
    public TraceWriter create(ConnectionString connectionString, StoreOptions options) {
        return new ElasticsearchTraceStore(ElasticsearchConnection.to(connectionString, options), options);
    }
}
