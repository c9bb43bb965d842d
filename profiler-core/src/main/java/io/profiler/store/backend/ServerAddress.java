// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import io.profiler.store.ConnectionString;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
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
 * @param user null if none is given, or an empty one; no longer percent-encoded
 * @param password null if none is given, or an empty one; no longer percent-encoded
 * @param hosts in the order in which they stand there; at least one
 * @param path what stands after the slash, empty if there is none
 * @param options by their names, no longer percent-encoded; read them by {@link #seconds} and {@link #file} where they are no texts
 * @since 0.1
 */
public record ServerAddress(
        @Nullable String user,
        @Nullable String password,
        List<UrlParts.Host> hosts,
        String path,
        Map<String, String> options) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z]+://(?:(?<user>[^:@]*)(?::(?<password>.*))?@)?"
            + "(?<hosts>[^/?#@]+)(?:/(?<path>[^?#]*))?(?:\\?(?<options>.*))?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

    /**
     * Reads a connection string.
     *
     * @param connectionString of any scheme that is followed by {@code ://}
     * @param defaultPort port of hosts that name none
     * @param knownOptions names of all options there are
     * @return its parts
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
                UrlParts.hosts(matcher.group("hosts"), defaultPort),
                path == null ? "" : path,
                options(matcher.group("options"), knownOptions));
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
            return UrlParts.decoded(text);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(what + " is not percent-encoded", malformed);
        }
    }

    /**
     * {@return the time that an option gives in seconds and parts of them; null if the option is missing or 0}
     *
     * @param option name of one of the known options
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
     * {@return the file that an option names; null if the option is missing}
     *
     * @param option name of one of the known options
     * @throws IllegalArgumentException if the file cannot be read
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
