// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SmartDataSource;

/**
 * The same connection for one question after the other: who reads what exists is soon done, and a pool takes longer to start
 * than that. A database in a file is opened by its first connection and closed with its last.
 */
final class OneConnection extends DelegatingDataSource implements SmartDataSource, Connections {

    private final DataSource connections;
    private @Nullable Connection current;

    OneConnection(DataSource connections) {
        super(connections);
        this.connections = connections;
    }

    @Override
    public synchronized Connection getConnection() throws SQLException {
        Connection ready = current;
        if (ready == null || ready.isClosed()) {
            ready = connect();
            current = ready;
        }
        return ready;
    }

    /** Drivers fail in other ways as well, which a pool hides in a failure of its own. */
    private Connection connect() throws SQLException {
        try {
            return connections.getConnection();
        } catch (RuntimeException | LinkageError failed) {
            throw new SQLException(String.valueOf(failed.getMessage()), failed);
        }
    }

    @Override
    public boolean shouldClose(Connection connection) {
        return false;
    }

    @Override
    public DataSource source() {
        return this;
    }

    @Override
    public void renew() {
        close();
    }

    @Override
    public synchronized void close() {
        Connection last = current;
        current = null;
        if (last != null) {
            try {
                last.close();
            } catch (SQLException broken) {
                LoggerFactory.getLogger(OneConnection.class)
                        .debug("A connection was broken when it was closed", broken);
            }
        }
    }
}
