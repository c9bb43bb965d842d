// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import io.profiler.store.MissingLibraryException;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStoreFactory;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Answers to {@code jdbc:…}, and to the forms of SQLAlchemy that OSprofiler takes. */
public final class JdbcTraceStoreFactory implements TraceStoreFactory {

    @Override
    public Set<String> schemes() {
        return Set.of("jdbc", "mysql", "mysql+mysqldb", "mysql+pymysql", "postgresql", "postgresql+psycopg2", "sqlite");
    }

    @Override
    public String dependency() {
        return "org.springframework.boot:spring-boot-starter-jdbc";
    }

    /** The driver, unless it is there: then it is Spring's JDBC or the pool that is missing. */
    @Override
    public String dependency(ConnectionString connectionString) {
        Dialect dialect = JdbcAddress.of(connectionString).dialect();
        return driver(dialect).isPresent() ? dependency() : dialect.dependency;
    }

    @Override
    public TraceStore create(ConnectionString connectionString, StoreOptions options) {
        JdbcAddress address = JdbcAddress.of(connectionString);
        Class<?> driver = requiredDriver(connectionString, address.dialect());
        if (!accepts(driver, address.url())) {
            throw new InvalidConnectionStringException("'" + connectionString
                    + "' cannot be read by the database's driver; maybe its port is not a number");
        }
        return new JdbcTraceStore(address, options, Clock.systemUTC());
    }

    private static Class<?> requiredDriver(ConnectionString connectionString, Dialect dialect) {
        Optional<Class<?>> driver = driver(dialect);
        if (driver.isEmpty()
                && dialect == Dialect.MYSQL
                && driver(Dialect.MARIADB).isPresent()) {
            throw new MissingLibraryException(
                    connectionString, dialect.dependency, "'mysql://' works with MariaDB's driver, which is");
        }
        return driver.orElseThrow(() -> new NoClassDefFoundError(dialect.driver));
    }

    /** Asked now, because the pool would ask when the first trace comes, and then drop it. */
    private static boolean accepts(Class<?> driver, String url) {
        try {
            return ((Driver) driver.getDeclaredConstructor().newInstance()).acceptsURL(url);
        } catch (ReflectiveOperationException | SQLException unreadable) {
            return false;
        }
    }

    private static Optional<Class<?>> driver(Dialect dialect) {
        return Stream.of(Thread.currentThread().getContextClassLoader(), JdbcTraceStoreFactory.class.getClassLoader())
                .<Class<?>>mapMulti((loader, found) -> load(dialect, loader).ifPresent(found))
                .findFirst();
    }

    private static Optional<Class<?>> load(Dialect dialect, ClassLoader loader) {
        try {
            return Optional.of(Class.forName(dialect.driver, false, loader));
        } catch (ClassNotFoundException missing) {
            return Optional.empty();
        }
    }
}
