// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStoreFactory;
import java.util.Set;

/** Answers to {@code redis://}, {@code rediss://} (with TLS) and {@code redissentinel://}. */
public final class RedisTraceStoreFactory implements TraceStoreFactory {

    @Override
    public Set<String> schemes() {
        return Set.of("redis", "rediss", "redissentinel");
    }

    @Override
    public String dependency() {
        return "org.springframework.boot:spring-boot-starter-data-redis";
    }

    @Override
    public TraceStore create(ConnectionString connectionString, StoreOptions options) {
        return new RedisTraceStore(RedisConnection.to(connectionString, options), options);
    }
}
