// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.time.Duration;
import javax.sql.DataSource;

/** The writer's connection, and some for those who read: opened when they are first needed, and closed when they are not. */
final class PooledConnections implements Connections {

    private static final int MOST = 4;
    private static final long LEAST_TIMEOUT_MILLIS = 250;

    private final HikariDataSource pool = new HikariDataSource();

    /** Of the URL, the pool only asks whether MySQL's driver reads it. */
    PooledConnections(JdbcAddress address, DataSource connections, Duration timeout) {
        pool.setPoolName("profiler");
        pool.setJdbcUrl(address.url().place());
        pool.setDataSource(connections);
        pool.setMaximumPoolSize(MOST);
        pool.setMinimumIdle(0);
        long timeoutMillis = Math.max(LEAST_TIMEOUT_MILLIS, timeout.toMillis());
        pool.setConnectionTimeout(timeoutMillis);
        pool.setValidationTimeout(timeoutMillis);
    }

    @Override
    public DataSource source() {
        return pool;
    }

    /** One on which something failed may stay broken and say that it is valid, as H2's does. */
    @Override
    public void renew() {
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
