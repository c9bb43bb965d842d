// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.otlp;

import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStoreFactory;
import io.profiler.store.otlp.internal.OtlpRequests;
import java.util.Set;

/** Answers to {@code otlp://} and, for HTTPS, {@code otlps://}. */
public final class OtlpTraceStoreFactory implements TraceStoreFactory {

    @Override
    public Set<String> schemes() {
        return Set.of("otlp", "otlps");
    }

    @Override
    public String dependency() {
        return "io.opentelemetry.proto:opentelemetry-proto";
    }

    @Override
    public TraceStore create(ConnectionString connectionString, StoreOptions options) {
        OtlpEndpoint endpoint = OtlpEndpoint.of(connectionString);
        OtlpRequests.requireLibrary();
        return new OtlpTraceStore(endpoint, options.connectTimeout());
    }
}
