// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.event.command.CommandListener;
import io.profiler.autoconfigure.Guard;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * Listens to the commands of each client. A connection factory of Spring Data has another client whenever it was stopped and is
 * started again.
 */
final class RedisClients implements BeanPostProcessor, SmartLifecycle {

    /** Just after connection factories. */
    private static final int PHASE = 1;

    private final CommandListener listener;
    private final Set<LettuceConnectionFactory> factories =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final Set<AbstractRedisClient> known =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private volatile boolean running;

    RedisClients(CommandListener listener) {
        this.listener = listener;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof AbstractRedisClient client) {
            listenTo(client);
        } else if (bean instanceof LettuceConnectionFactory factory) {
            Guard.run(() -> {
                factories.add(factory);
                listenTo(factory);
            });
        }
        return bean;
    }

    /** One that is not started has no client, and says so by throwing. */
    private void listenTo(LettuceConnectionFactory factory) {
        if (factory.isRunning()) {
            listenTo(factory.getNativeClient());
        }
    }

    /** Connections that are there already go on as they were. */
    private void listenTo(@Nullable AbstractRedisClient client) {
        if (client != null && known.add(client)) {
            Guard.run(() -> client.addListener(listener));
        }
    }

    @Override
    public void start() {
        running = true;
        List.copyOf(factories).forEach(factory -> Guard.run(() -> listenTo(factory)));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
