// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A database URL as SQLAlchemy 1.4 reads it: {@code dialect+driver://user:password@host:port/database?options}. */
final class SqlAlchemyUrl {

    private static final Pattern FORM = Pattern.compile(
            "(?<dialect>\\w+)(?:\\+\\w+)?://(?:(?<user>[^:/]*)(?::(?<password>[^@]*))?@)?(?<place>[^/?@]*)"
                    + "(?:/(?<database>[^?]*))?(?<options>\\?.*)?");

    private final ConnectionString connectionString;
    private final Matcher parts;

    private SqlAlchemyUrl(ConnectionString connectionString, Matcher parts) {
        this.connectionString = connectionString;
        this.parts = parts;
    }

    /**
     * @throws InvalidConnectionStringException if it is not of that form
     */
    static SqlAlchemyUrl read(ConnectionString connectionString) {
        Matcher parts = FORM.matcher(connectionString.value());
        if (!parts.matches()) {
            throw new InvalidConnectionStringException("'" + connectionString
                    + "' is not of the form scheme://user:password@host:port/database with a percent-encoded user"
                    + " and password");
        }
        return new SqlAlchemyUrl(connectionString, parts);
    }

    JdbcAddress address() {
        return switch (connectionString.scheme().split("\\+")[0]) {
            case "sqlite" ->
                new JdbcAddress("jdbc:sqlite:" + sqliteFile(), null, null, Dialect.SQLITE, connectionString.toString());
            case "mysql" -> address("mariadb", Dialect.MARIADB);
            default -> address("postgresql", Dialect.POSTGRESQL);
        };
    }

    private JdbcAddress address(String subprotocol, Dialect dialect) {
        String place = part("place").isEmpty() ? "localhost" : part("place");
        String url = "jdbc:" + subprotocol + "://" + place + "/" + part("database") + part("options");
        return new JdbcAddress(
                url, decoded(parts.group("user")), decoded(parts.group("password")), dialect, shown(place));
    }

    private String shown(String place) {
        String credentials = parts.group("user") == null ? "" : "***@";
        return connectionString.scheme() + "://" + credentials + place + "/" + part("database");
    }

    private String sqliteFile() {
        String file = part("database");
        if (!part("place").isEmpty() || file.isEmpty() || file.equals(":memory:")) {
            throw new InvalidConnectionStringException(
                    "'" + connectionString + "' names no file; write sqlite:///relative.db or sqlite:////absolute.db");
        }
        return file;
    }

    private String part(String name) {
        String value = parts.group(name);
        return value == null ? "" : value;
    }

    /** A plus sign is itself, as in SQLAlchemy. */
    private @Nullable String decoded(@Nullable String value) {
        try {
            return value == null ? null : URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidConnectionStringException(
                    "'" + connectionString + "': its user or password is not percent-encoded");
        }
    }
}
