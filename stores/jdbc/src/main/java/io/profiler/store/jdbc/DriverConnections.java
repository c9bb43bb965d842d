// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.store.StoreOptions;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;

/**
 * Connections as a driver makes them, with what it is told beside the URL. The pool does not know of that: it logs all
 * that it is configured with.
 */
final class DriverConnections {

    /** Else a driver waits forever for a server that keeps the connection and says nothing. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration ROOM_TO_LOG_IN = Duration.ofSeconds(1);

    private final JdbcAddress address;
    private final StoreOptions options;
    private final Properties settings;

    private DriverConnections(JdbcAddress address, StoreOptions options) {
        this.address = address;
        this.options = options;
        this.settings = address.driverProperties();
    }

    static DataSource to(JdbcAddress address, StoreOptions options) {
        return new DiscreetConnections(
                new DriverConnections(address, options).dataSource(), address.connectionString());
    }

    private DataSource dataSource() {
        address.dialect().options().forEach((option, format) -> setUnlessInUrl(option, value(format)));
        limitLogin();
        if (!address.isEmbedded() || address.isInMemory()) {
            return byDriver();
        }
        if (options.mustExist()) {
            address.dialect().settingsToRead().forEach(this::setUnlessInUrl);
        }
        DataSource connections = address.dialect() == Dialect.H2 ? new QuietH2(address, settings) : byDriver();
        return DatabaseFile.of(address)
                .<DataSource>map(file -> new PrivateFiles(connections, file, options.mustExist()))
                .orElse(connections);
    }

    private DataSource byDriver() {
        return new ByDriver(address.dialect(), address.driverUrl(), settings);
    }

    private void setUnlessInUrl(String option, String value) {
        if (address.option(option) == null) {
            settings.setProperty(option, value);
        }
    }

    /**
     * PostgreSQL's driver waits for a silent server several times, each time for long. One limit for all of it would
     * leave no time for a second server, and it would overrule the URL.
     */
    private void limitLogin() {
        if (address.dialect() == Dialect.POSTGRESQL
                && address.isOfOneServer()
                && address.option("connectTimeout") == null) {
            setUnlessInUrl("loginTimeout", seconds(options.connectTimeout().plus(ROOM_TO_LOG_IN)));
        }
    }

    private String value(String format) {
        return format.formatted(seconds(options.connectTimeout()), seconds(READ_TIMEOUT));
    }

    private static String seconds(Duration duration) {
        return String.valueOf(Math.max(1, duration.toSeconds()));
    }
}
