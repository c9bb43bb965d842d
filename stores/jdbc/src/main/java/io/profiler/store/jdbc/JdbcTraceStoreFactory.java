// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import io.profiler.store.Library;
import io.profiler.store.MissingLibraryException;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStoreFactory;
import io.profiler.store.TraceWriter;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * Answers to {@code jdbc:…}, and to the forms of SQLAlchemy that OSprofiler takes.
 *
 * @since 0.1
 */
public final class JdbcTraceStoreFactory implements TraceStoreFactory {

    private static final String STARTER = "io.profiler:profiler-spring-boot-starter-jdbc";
    private static final Library SPRING =
            new Library("org.springframework:spring-jdbc", "org.springframework.jdbc.core.JdbcTemplate", STARTER);
    private static final Library POOL =
            new Library("com.zaxxer:HikariCP", "com.zaxxer.hikari.HikariDataSource", STARTER);

    /** For {@link java.util.ServiceLoader}. */
    public JdbcTraceStoreFactory() {}

    @Override
    public Set<String> schemes() {
        return Set.of("jdbc", "mysql", "mysql+mysqldb", "mysql+pymysql", "postgresql", "postgresql+psycopg2", "sqlite");
    }

    @Override
    public List<Library> libraries(ConnectionString connectionString) {
        Dialect dialect = JdbcAddress.of(connectionString).dialect();
        if (dialect == Dialect.MYSQL
                && !dialect.library().isPresent()
                && Dialect.MARIADB.library().isPresent()) {
            throw MissingLibraryException.withAlternative(
                    connectionString, dialect.library(), "'mysql://' works with MariaDB's driver, which is");
        }
        return List.of(SPRING, POOL, dialect.library());
    }

    @Override
    public TraceWriter create(ConnectionString connectionString, StoreOptions options) {
        JdbcAddress address = JdbcAddress.of(connectionString);
        JdbcDriver driver = JdbcDriver.of(address.dialect());
        if (!driver.accepts(address.driverUrl())) {
            throw new InvalidConnectionStringException(
                    "'" + connectionString + "' cannot be read by the database's driver");
        }
        new OptionChecks(address, driver).run();
        return new JdbcTraceStore(address, options, Clock.systemUTC());
    }
}
