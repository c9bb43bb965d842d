// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.api.async.RedisScriptingAsyncCommands;
import io.lettuce.core.resource.ClientResources;
import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * A client of the profiler's own, made when it is first needed: an application that nobody profiles holds no connection
 * and no threads.
 */
final class RedisConnection implements AutoCloseable {

    private final ConnectionString connectionString;
    private final LettuceSettings settings;

    private @Nullable ClientResources resources;
    private @Nullable LettuceConnectionFactory factory;
    private volatile @Nullable StringRedisTemplate template;
    private boolean closed;

    private RedisConnection(ConnectionString connectionString, LettuceSettings settings) {
        this.connectionString = connectionString;
        this.settings = settings;
    }

    /**
     * @throws InvalidConnectionStringException if it cannot be read
     */
    static RedisConnection to(ConnectionString connectionString, StoreOptions options) {
        return new RedisConnection(
                connectionString, new LettuceSettings(RedisAddress.of(connectionString), options.connectTimeout()));
    }

    /**
     * Does something with Redis.
     *
     * @throws StoreUnavailableException if Redis cannot be reached, or does not do it now
     */
    <T> T with(Function<StringRedisTemplate, T> action) {
        try {
            return action.apply(template());
        } catch (DataAccessException | RedisException unavailable) {
            if (Causes.isTimeout(unavailable)) {
                reconnect();
            }
            throw new StoreUnavailableException(
                    this + " does not answer: " + Causes.inOneLine(unavailable), unavailable);
        }
    }

    /** A connection that is silent may stay so for a quarter of an hour, and keeps what it could not send. */
    private synchronized void reconnect() {
        if (factory != null && !closed) {
            factory.resetConnection();
        }
    }

    /**
     * Calls scripts without waiting for each: over the driver's own interface, because Spring's pipeline hides what a
     * call failed for.
     *
     * @param action is also told how long to wait for an answer
     * @throws StoreUnavailableException if Redis cannot be reached, or does not do it now
     */
    <T> T withScripts(BiFunction<RedisScriptingAsyncCommands<byte[], byte[]>, Duration, T> action) {
        return with(redis -> redis.execute(
                (RedisCallback<T>) connection -> action.apply(scripts(connection), settings.commandTimeout())));
    }

    @SuppressWarnings("unchecked")
    private static RedisScriptingAsyncCommands<byte[], byte[]> scripts(
            org.springframework.data.redis.connection.RedisConnection connection) {
        return (RedisScriptingAsyncCommands<byte[], byte[]>) connection.getNativeConnection();
    }

    private StringRedisTemplate template() {
        StringRedisTemplate made = template;
        return made == null ? makeTemplate() : made;
    }

    private synchronized StringRedisTemplate makeTemplate() {
        if (closed) {
            throw new org.springframework.dao.InvalidDataAccessApiUsageException("the connection is closed");
        }
        StringRedisTemplate made = template;
        if (made == null) {
            ClientResources threads = LettuceSettings.resources();
            LettuceConnectionFactory connections =
                    new LettuceConnectionFactory(settings.server(), settings.client(threads));
            connections.afterPropertiesSet();
            connections.start();
            made = new StringRedisTemplate(connections);
            resources = threads;
            factory = connections;
            template = made;
        }
        return made;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (factory != null) {
            factory.destroy();
        }
        if (resources != null) {
            resources.shutdown(0, 2, TimeUnit.SECONDS);
        }
    }

    @Override
    public String toString() {
        return connectionString.toString();
    }
}
