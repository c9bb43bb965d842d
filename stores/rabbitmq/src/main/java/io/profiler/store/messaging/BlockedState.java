// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import com.rabbitmq.client.BlockedListener;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionListener;

/** Whether a broker takes messages, as it tells each connection, from now until it is closed. Thread-safe. */
final class BlockedState implements ConnectionListener, BlockedListener, AutoCloseable {

    private final ConnectionFactory connections;
    private final Set<Connection> watched = ConcurrentHashMap.newKeySet();
    private volatile boolean isClosed;
    private volatile @Nullable String reason;

    private BlockedState(ConnectionFactory connections) {
        this.connections = connections;
    }

    /** Of the connections that there are, and of those that are made later. */
    static BlockedState of(ConnectionFactory connections) {
        BlockedState state = new BlockedState(connections);
        connections.addConnectionListener(state);
        return state;
    }

    @Override
    public void onCreate(org.springframework.amqp.rabbit.connection.@Nullable Connection made) {
        reason = null;
        Connection connection = made == null ? null : made.getDelegate();
        if (connection != null) {
            watch(connection);
        }
    }

    /** Those that have ended meanwhile tell nothing any more. */
    private void watch(Connection connection) {
        watched.removeIf(known -> !known.isOpen());
        connection.addBlockedListener(this);
        watched.add(connection);
        if (isClosed) {
            forgetAll();
        }
    }

    private void forgetAll() {
        watched.forEach(connection -> connection.removeBlockedListener(this));
        watched.clear();
    }

    @Override
    public void handleBlocked(String because) {
        reason = because;
    }

    @Override
    public void handleUnblocked() {
        reason = null;
    }

    /** Why it takes none; null if it takes them. */
    @Nullable
    String reason() {
        return reason;
    }

    /**
     * To be called before each message: writing on a connection that the broker has blocked may never return.
     *
     * @throws IOException if the broker takes no messages now
     */
    void requireUnblocked() throws IOException {
        if (reason != null) {
            throw new IOException("blocked");
        }
    }

    /** Leaves the connections as they were. */
    @Override
    public void close() {
        isClosed = true;
        connections.removeConnectionListener(this);
        forgetAll();
    }
}
