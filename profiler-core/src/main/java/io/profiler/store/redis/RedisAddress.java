// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a connection string says: {@code redis://[[user]:password@]host[:port][/database][?options]}, as the reference's
 * client reads it; {@code redissentinel://} may name several hosts, separated by commas.
 *
 * @param hosts the server, or the sentinels
 */
record RedisAddress(
        String scheme,
        List<Host> hosts,
        @Nullable String user,
        @Nullable String password,
        int database,
        RedisOptions options) {

    record Host(String name, int port) {}

    private static final Pattern FORM =
            Pattern.compile("\\w+://(?:(?<user>[^:@]*)(?::(?<password>.*))?@)?(?<hosts>[^/?#@]+)"
                    + "(?:/(?<database>\\d{0,9}))?(?:\\?(?<options>.*))?");
    private static final Pattern HOST =
            Pattern.compile("(?<name>\\[[0-9A-Fa-f:.%]+]|[^:\\[\\]]+)(?::(?<port>\\d{1,5}))?");

    /**
     * @throws InvalidConnectionStringException in one line that holds no part of user or password
     */
    static RedisAddress of(ConnectionString connectionString) {
        Matcher matcher = FORM.matcher(connectionString.value());
        if (!matcher.matches()) {
            throw malformed(connectionString, "expected host[:port][/database][?options] after the scheme");
        }
        try {
            return of(connectionString.scheme(), matcher);
        } catch (IllegalArgumentException fault) {
            throw malformed(connectionString, fault.getMessage());
        }
    }

    private static RedisAddress of(String scheme, Matcher matcher) {
        RedisOptions options = RedisOptions.of(matcher.group("options"));
        Integer database = number(matcher.group("database"));
        return new RedisAddress(
                scheme,
                hosts(matcher.group("hosts"), scheme.equals("redissentinel")),
                decoded(matcher.group("user")),
                decoded(matcher.group("password")),
                database == null ? options.database() : database,
                options);
    }

    private static InvalidConnectionStringException malformed(
            ConnectionString connectionString, @Nullable String fault) {
        return new InvalidConnectionStringException(
                "'" + connectionString + "' is not a Redis connection string: " + fault);
    }

    private static List<Host> hosts(String text, boolean sentinels) {
        List<Host> hosts = new ArrayList<>();
        for (String host : text.split(",", -1)) {
            Matcher matcher = HOST.matcher(host);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("a host or a port in it cannot be read");
            }
            hosts.add(new Host(unbracketed(matcher.group("name")), port(matcher.group("port"), sentinels)));
        }
        if (hosts.size() > 1 && !sentinels) {
            throw new IllegalArgumentException("it names several hosts, which only redissentinel:// may");
        }
        return hosts;
    }

    private static String unbracketed(String name) {
        return name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
    }

    private static int port(@Nullable String digits, boolean sentinel) {
        Integer port = number(digits);
        if (port == null) {
            return sentinel ? 26379 : 6379;
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("a port in it is not between 1 and 65535");
        }
        return port;
    }

    private static @Nullable Integer number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? null : Integer.valueOf(digits);
    }

    private static @Nullable String decoded(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("its user name or password is not percent-encoded", malformed);
        }
    }

    /** Who keeps the password out of a message cannot rely on a record's own text form. */
    @Override
    public String toString() {
        return scheme + "://" + hosts;
    }
}
