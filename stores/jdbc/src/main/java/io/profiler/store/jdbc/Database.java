// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.store.StoreOptions;
import io.profiler.store.UnusableStoreException;
import java.nio.file.NoSuchFileException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A database, over connections of the profiler's own: an application that nobody profiles holds none. */
final class Database implements AutoCloseable {

    private final JdbcAddress address;
    private final boolean mustExist;
    private final Connections connections;
    private final JdbcTemplate template;

    Database(JdbcAddress address, StoreOptions options) {
        this.address = address;
        this.mustExist = options.mustExist();
        DataSource source = DriverConnections.to(address, options);
        this.connections = mustExist
                ? new OneConnection(source)
                : new PooledConnections(address, source, options.connectTimeout());
        this.template = new JdbcTemplate(connections.source(), true);
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

    /** All of the work or nothing. */
    void atOnce(Consumer<JdbcTemplate> work) {
        template.execute((ConnectionCallback<Boolean>) connection -> {
            connection.setAutoCommit(false);
            try {
                work.accept(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
                connection.commit();
            } catch (RuntimeException | SQLException failed) {
                undo(connection);
                throw failed;
            }
            connection.setAutoCommit(true);
            return true;
        });
    }

    /** The command keeps one for all that it asks. One that is broken ends with what was done on it. */
    private static void undo(Connection connection) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException broken) {
            LoggerFactory.getLogger(Database.class).debug("A connection was broken in the midst of its work", broken);
        }
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

    /** Goes on with new connections. */
    void reconnect() {
        connections.renew();
    }

    @Override
    public void close() {
        connections.close();
    }
}
