// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.store.ConnectionString;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** MariaDB comes in no Maven artifact: {@code .ci/sql_checks.py} starts one and says where. */
@EnabledIfEnvironmentVariable(named = "MARIADB_URL", matches = ".+")
class MariaDbTraceStoreTest extends JdbcStoreContract {

    @Override
    String connectionString() {
        return System.getenv("MARIADB_URL");
    }

    @Override
    public String product() {
        return "MariaDB";
    }

    @Override
    JdbcClient sql() {
        JdbcAddress address = JdbcAddress.of(new ConnectionString(connectionString()));
        return JdbcClient.create(new DriverManagerDataSource(address.driverUrl(), address.driverProperties()));
    }

    @Override
    void dropUniqueIndex() {
        sql().sql("DROP INDEX " + Statements.UNIQUE_INDEX + " ON data").update();
    }
}
