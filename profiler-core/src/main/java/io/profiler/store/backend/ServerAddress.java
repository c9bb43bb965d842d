// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import io.profiler.store.ConnectionString;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of {@code scheme://[[user]:password@]host[:port][,host…][/path][?options]}, for backends whose library does
 * not read connection strings itself. Its text form shows no credentials.
 *
 * @param path what stands after the slash, empty if there is none
 * @param options by their names, no longer percent-encoded; read them by {@link #seconds} and {@link #file} where they are no texts
 */
public record ServerAddress(
        @Nullable String user, @Nullable String password, List<Host> hosts, String path, Map<String, String> options) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z]+://(?:(?<user>[^:@]*)(?::(?<password>.*))?@)?"
            + "(?<hosts>[^/?#@]+)(?:/(?<path>[^?#]*))?(?:\\?(?<options>.*))?");
    private static final Pattern HOST =
            Pattern.compile("(?<name>\\[[0-9A-Fa-f:.%]+]|[\\p{L}\\p{N}._-]+)(?::(?<port>\\w+))?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

    /** A server; an IPv6 address stands without brackets. */
    public record Host(String name, int port) {}

    /**
     * Reads a connection string.
     *
     * @param defaultPort port of hosts that name none
     * @param knownOptions names of all options there are
     * @throws IllegalArgumentException saying what is wrong, without any part of the string
     */
    public static ServerAddress of(ConnectionString connectionString, int defaultPort, Set<String> knownOptions) {
        Matcher matcher = FORM.matcher(connectionString.value());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected host[:port][/…][?options] after the scheme");
        }
        String path = matcher.group("path");
        return new ServerAddress(
                credential(matcher.group("user")),
                credential(matcher.group("password")),
                hosts(matcher.group("hosts"), defaultPort),
                path == null ? "" : path,
                options(matcher.group("options"), knownOptions));
    }

    /**
     * Reads {@code host[:port][,host…]}, also of connection strings that have another form.
     *
     * @throws IllegalArgumentException saying what is wrong, without any part of the text
     */
    public static List<Host> hosts(String text, int defaultPort) {
        List<Host> hosts = new ArrayList<>();
        for (String host : text.split(",", -1)) {
            Matcher matcher = HOST.matcher(host);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("a host or a port in it cannot be read");
            }
            String name = matcher.group("name");
            String port = matcher.group("port");
            hosts.add(new Host(
                    name.startsWith("[") ? name.substring(1, name.length() - 1) : name,
                    port == null ? defaultPort : port(port)));
        }
        return hosts;
    }

    /**
     * The number of a port, also of connection strings that have another form.
     *
     * @throws IllegalArgumentException if there is no such port
     */
    public static int port(String text) {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("a port in it is not between 1 and 65535");
        }
        return port;
    }

    private static Map<String, String> options(@Nullable String query, Set<String> known) {
        Map<String, String> options = new LinkedHashMap<>();
        if (query != null && !query.isEmpty()) {
            for (String option : query.split("&")) {
                String[] nameAndValue = option.split("=", 2);
                if (nameAndValue.length < 2 || !known.contains(nameAndValue[0])) {
                    throw new IllegalArgumentException(
                            "it has an option that is none of " + String.join(", ", new TreeSet<>(known)));
                }
                options.put(nameAndValue[0], decoded(nameAndValue[1], "its option " + nameAndValue[0]));
            }
        }
        return options;
    }

    private static @Nullable String credential(@Nullable String text) {
        return text == null || text.isEmpty() ? null : decoded(text, "its user name or password");
    }

    private static String decoded(String text, String what) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(what + " is not percent-encoded", malformed);
        }
    }

    /**
     * A time of seconds and parts of them, null if the option is missing or 0.
     *
     * @throws IllegalArgumentException if it is no number
     */
    public @Nullable Duration seconds(String option) {
        String value = options.getOrDefault(option, "0");
        if (!NUMBER.matcher(value).matches()) {
            throw new IllegalArgumentException("its option " + option + " is not a number");
        }
        double seconds = Double.parseDouble(value);
        return seconds == 0 ? null : Duration.ofMillis(Math.max(1, Math.round(seconds * 1000)));
    }

    /**
     * A file, null if the option is missing.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    public @Nullable Path file(String option) {
        String value = options.get(option);
        if (value == null) {
            return null;
        }
        if (!isReadable(value)) {
            throw new IllegalArgumentException("its option " + option + " names a file that cannot be read");
        }
        return Path.of(value);
    }

    private static boolean isReadable(String file) {
        try {
            return Files.isReadable(Path.of(file));
        } catch (InvalidPathException noFile) {
            return false;
        }
    }

    @Override
    public String toString() {
        return hosts.toString();
    }
}
