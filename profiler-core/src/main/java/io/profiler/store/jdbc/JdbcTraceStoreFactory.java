// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStoreFactory;
import java.time.Clock;
import java.util.Set;

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
        return isPresent(dialect) ? dependency() : dialect.dependency;
    }

    @Override
    public TraceStore create(ConnectionString connectionString, StoreOptions options) {
        JdbcAddress address = JdbcAddress.of(connectionString);
        if (!isPresent(address.dialect())) {
            throw new NoClassDefFoundError(address.dialect().driver);
        }
        return new JdbcTraceStore(address, options, Clock.systemUTC());
    }

    private static boolean isPresent(Dialect dialect) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return isPresent(dialect, loader) || isPresent(dialect, JdbcTraceStoreFactory.class.getClassLoader());
    }

    private static boolean isPresent(Dialect dialect, ClassLoader loader) {
        try {
            Class.forName(dialect.driver, false, loader);
            return true;
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }
}
