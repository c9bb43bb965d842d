// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A few connections of the profiler's own, opened when they are first needed: an application that nobody profiles holds
 * none.
 */
final class Database implements AutoCloseable {

    /** The writer's, and some for those who read. */
    private static final int CONNECTIONS = 4;

    /** Else a driver waits for ever for a server that keeps the connection and says nothing. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration ROOM_TO_LOG_IN = Duration.ofSeconds(1);

    private static final Pattern IN_MEMORY = Pattern.compile("[:/]mem:");
    private static final long LEAST_POOL_TIMEOUT_MILLIS = 250;

    private final JdbcAddress address;
    private final HikariDataSource pool;
    private final JdbcTemplate template;

    Database(JdbcAddress address, Duration connectTimeout) {
        this.address = address;
        this.pool = new HikariDataSource();
        configure(pool, address, connectTimeout);
        this.template = new JdbcTemplate(pool, true);
    }

    private static void configure(HikariConfig pool, JdbcAddress address, Duration connectTimeout) {
        pool.setPoolName("profiler");
        pool.setDriverClassName(address.dialect().driver);
        pool.setJdbcUrl(address.url());
        setCredentials(pool, address.user(), address.password());
        if (address.dialect() == Dialect.H2 && address.isEmbedded() && !isInMemory(address)) {
            pool.setDataSource(new QuietH2(address.url()));
        }
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(0);
        long timeoutMillis = Math.max(LEAST_POOL_TIMEOUT_MILLIS, connectTimeout.toMillis());
        pool.setConnectionTimeout(timeoutMillis);
        pool.setValidationTimeout(timeoutMillis);
        address.dialect().options().forEach((option, format) -> {
            if (!address.url().contains(option + "=")) {
                pool.addDataSourceProperty(option, value(format, connectTimeout));
            }
        });
        limitLogin(pool, address, connectTimeout);
    }

    /**
     * PostgreSQL's driver waits for a silent server several times, each time for long. One limit for all of it would
     * leave no time for a second server, and it would overrule the URL.
     */
    private static void limitLogin(HikariConfig pool, JdbcAddress address, Duration connectTimeout) {
        boolean limited =
                address.url().contains("connectTimeout=") || address.url().contains("loginTimeout=");
        if (address.dialect() == Dialect.POSTGRESQL && address.isOfOneServer() && !limited) {
            pool.addDataSourceProperty("loginTimeout", value("%1$d", connectTimeout.plus(ROOM_TO_LOG_IN)));
        }
    }

    private static void setCredentials(HikariConfig pool, @Nullable String user, @Nullable String password) {
        if (user != null) {
            pool.setUsername(user);
        }
        if (password != null) {
            pool.setPassword(password);
        }
    }

    private static String value(String format, Duration connectTimeout) {
        return format.formatted(Math.max(1, connectTimeout.toSeconds()), READ_TIMEOUT.toSeconds());
    }

    JdbcAddress address() {
        return address;
    }

    JdbcTemplate template() {
        return template;
    }

    /** All of the work or nothing: the pool rolls back what is not committed. */
    void atOnce(Consumer<JdbcTemplate> work) {
        template.execute((ConnectionCallback<Boolean>) connection -> {
            connection.setAutoCommit(false);
            work.accept(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
            connection.commit();
            return true;
        });
    }

    /**
     * Keeps H2 from losing what was stored: it writes a commit half a second later, and forgets a database in memory that
     * nobody is connected to.
     */
    void keepWhatIsStored() {
        if (address.dialect() == Dialect.H2) {
            setUnlessInUrl("WRITE_DELAY", 0);
            if (isInMemory(address)) {
                setUnlessInUrl("DB_CLOSE_DELAY", -1);
            }
        }
    }

    private static boolean isInMemory(JdbcAddress address) {
        return IN_MEMORY.matcher(address.url()).find();
    }

    /** Only H2's administrators may set anything. */
    private void setUnlessInUrl(String setting, int value) {
        if (!address.url().toUpperCase(Locale.ROOT).contains(setting)) {
            try {
                template.execute("SET " + setting + " " + value);
            } catch (DataAccessException notAllowed) {
                LoggerFactory.getLogger(Database.class).debug("H2's {} stays as it is", setting, notAllowed);
            }
        }
    }

    /** Goes on with new connections: one on which something failed may stay broken and say that it is valid, as H2's does. */
    void reconnect() {
        HikariPoolMXBean connections = pool.getHikariPoolMXBean();
        if (connections != null) {
            connections.softEvictConnections();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
