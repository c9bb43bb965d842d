// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is.
 *
 * @param connectionString as the user wrote it
 * @param url the JDBC URL
 * @param login user and password that stand elsewhere than in the URL, by these names
 * @param dialect what the database speaks
 */
record JdbcAddress(ConnectionString connectionString, JdbcUrl url, Map<String, String> login, Dialect dialect) {

    private static final String PREFIX = "jdbc:";
    private static final Pattern H2_SERVER = Pattern.compile("jdbc:h2:(tcp|ssl):");
    private static final Pattern IN_MEMORY = Pattern.compile("[:/]mem:|:memory:|[?&]mode=memory");

    /**
     * Reads {@code jdbc:…}, or one of the forms that SQLAlchemy takes.
     *
     * @throws InvalidConnectionStringException if it is neither
     */
    static JdbcAddress of(ConnectionString connectionString) {
        return connectionString.scheme().equals("jdbc")
                ? of(connectionString, connectionString.value(), Map.of(), dialect(connectionString))
                : SqlAlchemyUrl.read(connectionString).address();
    }

    /**
     * @throws InvalidConnectionStringException if the URL has user and password elsewhere than in its options
     */
    static JdbcAddress of(ConnectionString connectionString, String url, Map<String, String> login, Dialect dialect) {
        try {
            return new JdbcAddress(connectionString, JdbcUrl.of(dialect, url), login, dialect);
        } catch (IllegalArgumentException fault) {
            throw new InvalidConnectionStringException("'" + connectionString + "': " + fault.getMessage());
        }
    }

    private static Dialect dialect(ConnectionString connectionString) {
        String[] parts = connectionString.value().split(":", 3);
        Optional<Dialect> dialect = parts.length < 3 ? Optional.empty() : Dialect.named(parts[1]);
        return dialect.orElseThrow(() -> new InvalidConnectionStringException(
                "'" + connectionString + "' is none of the databases that are known here: " + known()));
    }

    /** For the driver: without what it gets beside the URL, because drivers log URLs. */
    String driverUrl() {
        List<String> kept = url.options().stream()
                .filter(option -> !dialect.isGivenBesideUrl(option.name()))
                .map(JdbcOption::text)
                .toList();
        char first = dialect.syntax.first();
        String between = first == ';' ? ";" : "&";
        return kept.isEmpty() ? url.place() : url.place() + first + String.join(between, kept);
    }

    /** For the driver: what it gets beside the URL. */
    Properties driverProperties() {
        Properties properties = new Properties();
        properties.putAll(login);
        url.options().stream()
                .filter(option -> dialect.isGivenBesideUrl(option.name()))
                .forEach(option -> properties.setProperty(option.name(), option.value()));
        return properties;
    }

    /** The value of an option, whatever the case of its name; null if there is none. */
    @Nullable
    String option(String name) {
        Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        values.putAll(login);
        url.options().forEach(option -> values.put(option.name(), option.value()));
        return values.get(name);
    }

    /** Whether there is no other server to try if one is silent. */
    boolean isOfOneServer() {
        return url.isOfOneServer();
    }

    /** Whether the database is a file, or in this process, and so no server has to run. */
    boolean isEmbedded() {
        return dialect == Dialect.SQLITE
                || dialect == Dialect.H2 && !H2_SERVER.matcher(url.place()).lookingAt();
    }

    boolean isInMemory() {
        return isEmbedded() && IN_MEMORY.matcher(driverUrl()).find();
    }

    private static String known() {
        return Arrays.stream(Dialect.values())
                .map(dialect -> PREFIX + dialect.name().toLowerCase(Locale.ROOT) + ":")
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return connectionString.toString();
    }
}
