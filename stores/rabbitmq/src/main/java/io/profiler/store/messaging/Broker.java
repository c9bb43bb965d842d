// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import io.profiler.store.StoreUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;

/**
 * A connection to RabbitMQ, made when it is needed and again when it is lost. What goes over it goes over channels of
 * our own, which are closed afterwards: Spring's would be handed to the application next, with our settings. Thread-safe.
 *
 * @since 0.1
 */
public final class Broker implements AutoCloseable {

    @FunctionalInterface
    interface Attempt<T> {

        T run() throws IOException, TimeoutException, InterruptedException;
    }

    private final ConnectionFactory connections;
    private final Runnable release;
    private final String place;
    private final BlockedState blocked;
    private final AtomicBoolean receives = new AtomicBoolean();

    private Broker(ConnectionFactory connections, Runnable release, String place) {
        this.connections = connections;
        this.release = release;
        this.place = place;
        this.blocked = BlockedState.of(connections);
    }

    static Broker at(TransportUrl url, Duration connectTimeout) {
        CachingConnectionFactory connections = OwnConnections.to(url, connectTimeout);
        return new Broker(connections, connections::destroy, url.toString());
    }

    /**
     * {@return an application's broker, over connections that stay the application's}
     *
     * @param connections given a listener until this is closed, and not changed otherwise
     */
    public static Broker sharing(ConnectionFactory connections) {
        return new Broker(connections, () -> {}, "the application's RabbitMQ");
    }

    /**
     * {@return an application's broker, over connections that are closed with it}
     *
     * @param connections made for this alone; some of its settings are changed
     * @param connectTimeout how long to wait for a connection, if {@code connections} would wait longer
     */
    public static Broker owning(CachingConnectionFactory connections, Duration connectTimeout) {
        OwnConnections.takeOver(connections, connectTimeout);
        return new Broker(connections, connections::destroy, "the application's RabbitMQ");
    }

    /**
     * Opens a channel, and closes it afterwards.
     *
     * @throws StoreUnavailableException if the broker cannot be reached or refuses
     */
    <T> T onChannel(ChannelAction<T> action) {
        return guarded(() -> {
            Connection connection = connections.createConnection();
            try (connection;
                    Channel channel = openOn(connection)) {
                return action.on(channel);
            }
        });
    }

    /**
     * Opens a channel that its user closes, and with it gives back the connection: Spring may keep one for each.
     *
     * @throws StoreUnavailableException if the broker cannot be reached
     */
    Channel open() {
        return guarded(() -> {
            Connection connection = connections.createConnection();
            try {
                Channel channel = openOn(connection);
                channel.addShutdownListener(closed -> connection.close());
                return channel;
            } catch (IOException | RuntimeException refused) {
                connection.close();
                throw refused;
            }
        });
    }

    private static Channel openOn(Connection connection) throws IOException {
        Channel channel = connection.getDelegate().createChannel();
        if (channel == null) {
            throw new IOException("no channel is left on the connection");
        }
        return channel;
    }

    /**
     * Does something that needs the broker.
     *
     * @throws StoreUnavailableException if it cannot be reached or refuses
     */
    <T> T guarded(Attempt<T> attempt) {
        try {
            return attempt.run();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unavailable(interrupted);
        } catch (IOException | TimeoutException | AmqpException | ShutdownSignalException failed) {
            throw unavailable(failed);
        }
    }

    private StoreUnavailableException unavailable(Exception cause) {
        String reason = blocked.reason();
        String fault = reason == null ? Causes.inOneLine(cause) : "it takes nothing now: " + reason;
        return new StoreUnavailableException(place + " does not answer: " + fault, cause);
    }

    /** Whether it takes messages. */
    BlockedState blocked() {
        return blocked;
    }

    /** To be called before messages are asked for. */
    void willReceive() {
        if (!receives.getAndSet(true)) {
            SharedConnections.warnOfLargeMessages(connections);
        }
    }

    @Override
    public void close() {
        blocked.close();
        release.run();
    }

    @Override
    public String toString() {
        return place;
    }
}
