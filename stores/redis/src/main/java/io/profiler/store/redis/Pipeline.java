// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Several commands in one round trip. */
final class Pipeline {

    private Pipeline() {}

    /** The result of the callback itself has to be null. */
    @SuppressWarnings("NullAway")
    static List<Object> commands(StringRedisTemplate redis, Consumer<RedisConnection> commands) {
        return redis.executePipelined((RedisCallback<@Nullable Object>) pipeline -> {
            commands.accept(pipeline);
            return null;
        });
    }
}
