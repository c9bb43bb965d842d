// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The driver's own commands, of which several are under way at once, and whose values can be taken as they arrive. */
final class DriverCommands {

    private DriverCommands() {}

    static <T> T with(StringRedisTemplate redis, Function<RedisAsyncCommands<byte[], byte[]>, T> work) {
        T result = redis.execute((RedisCallback<T>) connection -> work.apply(commands(connection)));
        return Objects.requireNonNull(result);
    }

    @SuppressWarnings("unchecked")
    private static RedisAsyncCommands<byte[], byte[]> commands(RedisConnection connection) {
        return (RedisAsyncCommands<byte[], byte[]>) connection.getNativeConnection();
    }

    /**
     * Waits for an answer as long as the connection string says. A key that holds something else is as good as one that is
     * not there.
     */
    static <T> T answer(StringRedisTemplate redis, RedisFuture<T> future, T none) {
        try {
            return LettuceFutures.awaitOrCancel(future, timeoutMillis(redis), TimeUnit.MILLISECONDS);
        } catch (RedisCommandExecutionException refused) {
            if (String.valueOf(refused.getMessage()).startsWith("WRONGTYPE")) {
                return none;
            }
            throw refused;
        }
    }

    private static long timeoutMillis(StringRedisTemplate redis) {
        return ((LettuceConnectionFactory) redis.getRequiredConnectionFactory()).getTimeout();
    }
}
