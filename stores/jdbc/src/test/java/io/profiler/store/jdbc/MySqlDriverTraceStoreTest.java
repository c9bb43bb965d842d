// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.store.ConnectionString;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** MySQL's own driver, which has statements and settings of its own here; MariaDB answers it. */
@EnabledIfEnvironmentVariable(named = "MARIADB_URL", matches = ".+")
class MySqlDriverTraceStoreTest extends MariaDbTraceStoreTest {

    @Override
    String connectionString() {
        JdbcAddress address = JdbcAddress.of(new ConnectionString(super.connectionString()));
        Properties login = address.driverProperties();
        return address.url().place().replace("jdbc:mariadb:", "jdbc:mysql:") + "?user="
                + encoded(login.getProperty("user")) + "&password=" + encoded(login.getProperty("password"));
    }

    /** The driver takes every server for one. */
    @Override
    public String product() {
        return "MySQL";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
