// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import io.profiler.store.ServerAddress;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is.
 *
 * @param url the JDBC URL
 * @param user null if the URL says it, or nobody does
 * @param password null if the URL says it, or there is none
 * @param dialect what the database speaks
 * @param shown the place without credentials, for messages
 */
record JdbcAddress(
        String url, @Nullable String user, @Nullable String password, Dialect dialect, String shown) {

    private static final String PREFIX = "jdbc:";
    private static final Pattern SERVERS = Pattern.compile("(?:\\w+:)+//(?:[^/?]*@)?(?<servers>[^/?;@]*)");
    private static final Pattern H2_SERVER = Pattern.compile("jdbc:h2:(tcp|ssl):");
    private static final Pattern PORT = Pattern.compile(":(\\w+)(?=,|$)");

    /**
     * Reads {@code jdbc:…}, or one of the forms that SQLAlchemy takes.
     *
     * @throws InvalidConnectionStringException if it is neither
     */
    static JdbcAddress of(ConnectionString connectionString) {
        JdbcAddress address = connectionString.scheme().equals("jdbc")
                ? ofJdbcUrl(connectionString)
                : SqlAlchemyUrl.read(connectionString).address();
        checkPorts(address.url(), connectionString);
        return address;
    }

    /** Drivers do so late, or with lines of their own. */
    private static void checkPorts(String url, ConnectionString connectionString) {
        try {
            PORT.matcher(servers(url)).results().forEach(port -> ServerAddress.port(port.group(1)));
        } catch (IllegalArgumentException outOfRange) {
            throw new InvalidConnectionStringException("'" + connectionString + "': " + outOfRange.getMessage());
        }
    }

    private static JdbcAddress ofJdbcUrl(ConnectionString connectionString) {
        String url = connectionString.value();
        String[] parts = url.split(":", 3);
        Optional<Dialect> dialect = parts.length < 3 ? Optional.empty() : Dialect.named(parts[1]);
        if (dialect.isEmpty()) {
            throw new InvalidConnectionStringException(
                    "'" + connectionString + "' is none of the databases that are known here: " + known());
        }
        return new JdbcAddress(url, null, null, dialect.get(), connectionString.toString());
    }

    /** Whether there is no other server to try if one is silent. */
    boolean isOfOneServer() {
        return !servers(url).contains(",");
    }

    private static String servers(String url) {
        Matcher matcher = SERVERS.matcher(url);
        return matcher.lookingAt() ? matcher.group("servers") : "";
    }

    /** Whether the database is a file, or in this process, and so no server has to run. */
    boolean isEmbedded() {
        return dialect == Dialect.SQLITE
                || dialect == Dialect.H2 && !H2_SERVER.matcher(url).lookingAt();
    }

    private static String known() {
        return Arrays.stream(Dialect.values())
                .map(dialect -> PREFIX + dialect.name().toLowerCase(Locale.ROOT) + ":")
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return shown;
    }
}
