// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Connections of one driver. The others that are there, which Java's manager of drivers would start, are none of its business. */
final class ByDriver extends AbstractDataSource {

    private final Driver driver;
    private final String url;
    private final Properties settings;

    ByDriver(Dialect dialect, String url, Properties settings) {
        this.driver = JdbcDriver.of(dialect).driver();
        this.url = url;
        this.settings = settings;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Properties own = new Properties();
        own.putAll(settings);
        Connection connection = driver.connect(url, own);
        if (connection == null) {
            throw new SQLException("the driver cannot read its URL");
        }
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }
}
