// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import com.rabbitmq.client.BlockedListener;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import io.profiler.store.StoreUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionListener;

/**
 * A connection to RabbitMQ, made when it is needed and again when it is lost. What goes over it goes over channels of
 * our own, which are closed afterwards: Spring's would be handed to the application next, with our settings.
 */
final class Broker implements ConnectionListener, AutoCloseable {

    private final ConnectionFactory connections;
    private final Runnable release;
    private final String place;
    private volatile @Nullable String blockedBecause;

    private Broker(ConnectionFactory connections, Runnable release, String place) {
        this.connections = connections;
        this.release = release;
        this.place = place;
        connections.addConnectionListener(this);
    }

    static Broker at(TransportUrl url, Duration connectTimeout) {
        CachingConnectionFactory connections = OwnConnections.to(url, connectTimeout);
        return new Broker(connections, connections::destroy, url.toString());
    }

    /** On connections that stay their owner's. */
    static Broker sharing(ConnectionFactory connections, String place) {
        return new Broker(connections, () -> {}, place);
    }

    /** On connections that are closed with it. */
    static Broker owning(CachingConnectionFactory connections, String place) {
        OwnConnections.quieten(connections);
        return new Broker(connections, connections::destroy, place);
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

    /** Opens a channel that its user closes. */
    Channel open() {
        return guarded(() -> openOn(connections.createConnection()));
    }

    private static Channel openOn(Connection connection) throws IOException {
        Channel channel = connection.getDelegate().createChannel();
        if (channel == null) {
            throw new IOException("no channel is left on the connection");
        }
        return channel;
    }

    private <T> T guarded(Attempt<T> attempt) {
        try {
            return attempt.run();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unavailable(interrupted);
        } catch (IOException | TimeoutException | AmqpException | ShutdownSignalException failed) {
            throw unavailable(failed);
        }
    }

    StoreUnavailableException unavailable(Exception cause) {
        String blocked = blockedBecause;
        return new StoreUnavailableException(
                place + (blocked == null ? ": " + Faults.inOneLine(cause) : " takes nothing now: " + blocked), cause);
    }

    /**
     * Writing on a connection that the broker has blocked may never return.
     *
     * @throws IOException if it has
     */
    void requireUnblocked() throws IOException {
        if (blockedBecause != null) {
            throw new IOException("blocked");
        }
    }

    @Override
    public void onCreate(@Nullable Connection connection) {
        blockedBecause = null;
        if (connection != null) {
            connection.addBlockedListener(new Blocking());
        }
    }

    @Override
    public void close() {
        connections.removeConnectionListener(this);
        release.run();
    }

    @Override
    public String toString() {
        return place;
    }

    private final class Blocking implements BlockedListener {

        @Override
        public void handleBlocked(String reason) {
            blockedBecause = reason;
        }

        @Override
        public void handleUnblocked() {
            blockedBecause = null;
        }
    }

    @FunctionalInterface
    private interface Attempt<T> {

        T run() throws IOException, TimeoutException, InterruptedException;
    }
}
