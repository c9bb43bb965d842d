// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A database's driver, as far as it can be asked without a connection. */
record JdbcDriver(Driver driver) {

    /**
     * @throws LinkageError if it is missing, or does not work
     */
    static JdbcDriver of(Dialect dialect) {
        return Stream.of(Thread.currentThread().getContextClassLoader(), JdbcDriver.class.getClassLoader())
                .<JdbcDriver>mapMulti((loader, found) -> {
                    try {
                        Class<?> type = Class.forName(dialect.driver, true, loader);
                        found.accept(new JdbcDriver(
                                (Driver) type.getDeclaredConstructor().newInstance()));
                    } catch (ReflectiveOperationException notInThisOne) {
                        // The other class loader may have it.
                    }
                })
                .findFirst()
                .orElseThrow(() -> new NoClassDefFoundError(dialect.driver));
    }

    /** Asked now, because the pool would ask when the first trace comes, and then drop it. */
    boolean accepts(String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException unreadable) {
            return false;
        }
    }

    /**
     * Names of the options that it says it has, in any case; empty if it does not say.
     *
     * @param exampleUrl a URL that it can read
     */
    Set<String> options(String exampleUrl) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        try {
            Arrays.stream(driver.getPropertyInfo(exampleUrl, new Properties()))
                    .map((DriverPropertyInfo info) -> info.name)
                    .forEach(names::add);
            return names;
        } catch (SQLException doesNotSay) {
            return Set.of();
        }
    }
}
