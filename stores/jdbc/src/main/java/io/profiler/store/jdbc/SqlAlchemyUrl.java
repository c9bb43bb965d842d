// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import io.profiler.store.backend.UrlParts;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
            case "sqlite" -> address("jdbc:sqlite:" + sqliteFile() + part("options"), Dialect.SQLITE);
            case "mysql" -> address("jdbc:mariadb://" + serverAndDatabase(), Dialect.MARIADB);
            default -> address("jdbc:postgresql://" + serverAndDatabase(), Dialect.POSTGRESQL);
        };
    }

    private JdbcAddress address(String url, Dialect dialect) {
        Map<String, String> login = new HashMap<>();
        putDecoded(login, "user");
        putDecoded(login, "password");
        return JdbcAddress.of(connectionString, url, login, dialect);
    }

    private String serverAndDatabase() {
        String place = part("place").isEmpty() ? "localhost" : part("place");
        return place + "/" + part("database") + part("options");
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

    private void putDecoded(Map<String, String> login, String name) {
        String value = part(name);
        try {
            if (!value.isEmpty()) {
                login.put(name, UrlParts.decoded(value));
            }
        } catch (IllegalArgumentException malformed) {
            throw new InvalidConnectionStringException(
                    "'" + connectionString + "': its user or password is not percent-encoded");
        }
    }
}
