// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * H2 without the file of errors that it leaves beside a database, and without the stack trace that it prints where it
 * cannot. That holds for the database, whoever else has it open. Only its administrators may ask for that: for others it
 * stays as it is.
 */
final class QuietH2 extends AbstractDataSource {

    private static final String TRACE_LEVEL = "TRACE_LEVEL_FILE";
    private static final int ADMINISTRATORS_ONLY = 90040;

    private final DataSource asItIs;
    private volatile DataSource current;

    QuietH2(JdbcAddress address, Properties settings) {
        this.asItIs = connections(address, settings);
        this.current = address.option(TRACE_LEVEL) == null ? quiet(address, settings) : asItIs;
    }

    private static DataSource quiet(JdbcAddress address, Properties settings) {
        Properties quiet = new Properties();
        quiet.putAll(settings);
        quiet.setProperty(TRACE_LEVEL, "0");
        return connections(address, quiet);
    }

    private static DataSource connections(JdbcAddress address, Properties settings) {
        return new ByDriver(Dialect.H2, address.driverUrl(), settings);
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return current.getConnection();
        } catch (SQLException refused) {
            if (refused.getErrorCode() != ADMINISTRATORS_ONLY) {
                throw refused;
            }
            current = asItIs;
            return asItIs.getConnection();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return current.getConnection(user, password);
    }
}
