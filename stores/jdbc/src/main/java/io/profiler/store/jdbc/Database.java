// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.profiler.store.StoreOptions;
import io.profiler.store.UnusableStoreException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.function.Consumer;
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

    private static final long LEAST_POOL_TIMEOUT_MILLIS = 250;

    private final JdbcAddress address;
    private final boolean mustExist;
    private final HikariDataSource pool;
    private final JdbcTemplate template;

    Database(JdbcAddress address, StoreOptions options) {
        this.address = address;
        this.mustExist = options.mustExist();
        this.pool = new HikariDataSource();
        configure(pool, address, options);
        this.template = new JdbcTemplate(pool, true);
    }

    /**
     * Of the URL, the pool only asks whether MySQL's driver reads it. Who reads what exists is soon done, and keeps the
     * connection that the pool tries first: for a database in a file that one opens it, and the last one closes it.
     */
    private static void configure(HikariConfig pool, JdbcAddress address, StoreOptions options) {
        pool.setPoolName("profiler");
        pool.setJdbcUrl(address.url().place());
        pool.setDataSource(DriverConnections.to(address, options));
        pool.setMaximumPoolSize(options.mustExist() ? 1 : CONNECTIONS);
        pool.setMinimumIdle(options.mustExist() ? 1 : 0);
        long timeoutMillis =
                Math.max(LEAST_POOL_TIMEOUT_MILLIS, options.connectTimeout().toMillis());
        pool.setConnectionTimeout(timeoutMillis);
        pool.setValidationTimeout(timeoutMillis);
    }

    /**
     * To be called before there is a connection.
     *
     * @throws UnusableStoreException if there is no database, and none is to be made
     */
    void requireExisting() {
        Optional<DatabaseFile> missing = mustExist && !address.isInMemory()
                ? DatabaseFile.of(address).filter(DatabaseFile::isMissing)
                : Optional.empty();
        missing.ifPresent(file -> {
            throw new UnusableStoreException(
                    "there is no database " + file.shown(),
                    new NoSuchFileException(file.path().toString()));
        });
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
            if (address.isInMemory()) {
                setUnlessInUrl("DB_CLOSE_DELAY", -1);
            }
        }
    }

    /** Only H2's administrators may set anything. */
    private void setUnlessInUrl(String setting, int value) {
        if (address.option(setting) == null) {
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
