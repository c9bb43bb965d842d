// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.otlp;

import io.profiler.store.ConnectionString;
import io.profiler.store.Library;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStoreFactory;
import io.profiler.store.TraceWriter;
import io.profiler.store.otlp.internal.OtlpRequests;
import java.util.List;
import java.util.Set;

/**
 * Answers to {@code otlp://} and, for HTTPS, {@code otlps://}.
 *
 * @since 0.1
 */
public final class OtlpTraceStoreFactory implements TraceStoreFactory {

    private static final String STARTER = "io.profiler:profiler-spring-boot-starter-otlp";
    private static final List<Library> LIBRARIES = List.of(
            new Library("io.opentelemetry.proto:opentelemetry-proto", "io.opentelemetry.proto.trace.v1.Span", STARTER),
            new Library("com.google.protobuf:protobuf-java", "com.google.protobuf.MessageLite", STARTER));

    /** For {@link java.util.ServiceLoader}. */
    public OtlpTraceStoreFactory() {}

    @Override
    public Set<String> schemes() {
        return Set.of("otlp", "otlps");
    }

    @Override
    public List<Library> libraries(ConnectionString connectionString) {
        return LIBRARIES;
    }

    @Override
    public TraceWriter create(ConnectionString connectionString, StoreOptions options) {
        OtlpEndpoint endpoint = OtlpEndpoint.of(connectionString);
        OtlpRequests.requireLibrary();
        return new OtlpTraceWriter(endpoint, options.connectTimeout());
    }
}
