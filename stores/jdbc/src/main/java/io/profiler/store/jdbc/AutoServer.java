// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.store.InvalidConnectionStringException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * H2's option {@code AUTO_SERVER}: the process that opens a database first serves it to others. Whoever may log in there
 * can have it run Java code, so it serves this machine alone, and nobody without a password.
 */
final class AutoServer {

    private static final String BIND_ADDRESS = "h2.bindAddress";
    private static final String LOOPBACK = "127.0.0.1";

    /** H2 has several words for each of both; what is none of these may be one for yes. */
    private static final Set<String> OFF = Set.of("", "0", "f", "n", "no", "false");

    private AutoServer() {}

    /**
     * @throws InvalidConnectionStringException if everybody may log in
     */
    static void check(JdbcAddress address) {
        if (isOff(address.option("AUTO_SERVER"))) {
            return;
        }
        if (isEmpty(address.option("USER")) || isEmpty(address.option("PASSWORD"))) {
            throw new InvalidConnectionStringException("'" + address + "': AUTO_SERVER=TRUE lets every user of this"
                    + " machine run code in this process; give the database a user and a password by"
                    + " ;USER=…;PASSWORD=…");
        }
        if (System.getProperty(BIND_ADDRESS) == null) {
            System.setProperty(BIND_ADDRESS, LOOPBACK);
            tellIfTooLate(address);
        }
    }

    private static boolean isOff(@Nullable String setting) {
        return setting == null || OFF.contains(setting.strip().toLowerCase(Locale.ROOT));
    }

    private static boolean isEmpty(@Nullable String value) {
        return value == null || value.isEmpty();
    }

    /** H2 reads its settings once. */
    private static void tellIfTooLate(JdbcAddress address) {
        try {
            Class<?> settings = JdbcDriver.of(Dialect.H2)
                    .driver()
                    .getClass()
                    .getClassLoader()
                    .loadClass("org.h2.engine.SysProperties");
            if (settings.getField("BIND_ADDRESS").get(null) == null) {
                LoggerFactory.getLogger(AutoServer.class)
                        .warn(
                                "{}: H2 was used before in this process, so AUTO_SERVER=TRUE answers to other machines,"
                                        + " too; start Java with -D{}={}",
                                address,
                                BIND_ADDRESS,
                                LOOPBACK);
            }
        } catch (ReflectiveOperationException another) {
            LoggerFactory.getLogger(AutoServer.class).debug("H2 does not tell where it listens", another);
        }
    }
}
