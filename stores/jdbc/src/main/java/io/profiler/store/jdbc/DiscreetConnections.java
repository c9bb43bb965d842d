// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.store.ConnectionString;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A driver's connections, as the pool may know of them: why there is none is kept from it if that quotes a part of a password,
 * for the pool logs it; and its limit for a login, from the driver, which has limits of its own and may share this one with
 * the application.
 */
final class DiscreetConnections extends DelegatingDataSource {

    private static final String NOT_SHOWN =
            "the driver's reason quotes a part of the connection string that may be secret, and is not shown";

    private final DataSource connections;
    private final ConnectionString connectionString;
    private volatile int loginTimeoutSeconds;

    DiscreetConnections(DataSource connections, ConnectionString connectionString) {
        super(connections);
        this.connections = connections;
        this.connectionString = connectionString;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return connections.getConnection();
        } catch (SQLException refused) {
            throw connectionString.isQuotedIn(refused)
                    ? new SQLException(NOT_SHOWN, refused.getSQLState(), refused.getErrorCode())
                    : refused;
        } catch (RuntimeException failed) {
            throw connectionString.isQuotedIn(failed) ? new IllegalStateException(NOT_SHOWN) : failed;
        }
    }

    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeoutSeconds = seconds;
    }

    /** The pool asks for it again when it closes. */
    @Override
    public int getLoginTimeout() {
        return loginTimeoutSeconds;
    }
}
