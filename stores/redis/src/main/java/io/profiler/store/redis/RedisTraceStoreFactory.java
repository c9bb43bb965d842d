// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.store.ConnectionString;
import io.profiler.store.Library;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStoreFactory;
import io.profiler.store.TraceWriter;
import java.util.List;
import java.util.Set;

/**
 * Answers to {@code redis://}, {@code rediss://} (with TLS) and {@code redissentinel://}.
 *
 * @since 0.1
 */
public final class RedisTraceStoreFactory implements TraceStoreFactory {

    private static final String STARTER = "io.profiler:profiler-spring-boot-starter-redis";
    private static final List<Library> LIBRARIES = List.of(
            new Library(
                    "org.springframework.data:spring-data-redis",
                    "org.springframework.data.redis.core.StringRedisTemplate",
                    STARTER),
            new Library("io.lettuce:lettuce-core", "io.lettuce.core.RedisClient", STARTER));

    /** For {@link java.util.ServiceLoader}. */
    public RedisTraceStoreFactory() {}

    @Override
    public Set<String> schemes() {
        return Set.of("redis", "rediss", "redissentinel");
    }

    @Override
    public List<Library> libraries(ConnectionString connectionString) {
        return LIBRARIES;
    }

    @Override
    public TraceWriter create(ConnectionString connectionString, StoreOptions options) {
        return new RedisTraceStore(RedisConnection.to(connectionString, options), options);
    }
}
