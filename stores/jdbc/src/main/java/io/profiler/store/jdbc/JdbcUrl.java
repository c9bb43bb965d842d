// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.store.backend.UrlParts;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JDBC URL in two parts.
 *
 * @param place what stands before the options
 * @param options in their order
 */
record JdbcUrl(String place, List<JdbcOption> options) {

    private static final Pattern SERVER = Pattern.compile("(?:\\w+:)+//(?<hosts>[^/]+)(?<path>.*)", Pattern.DOTALL);
    private static final Pattern LOGIN_OF_HOST =
            Pattern.compile("[(,]\\s*(?:user|password\\w*)\\s*=", Pattern.CASE_INSENSITIVE);
    private static final Pattern AT_SIGN_IN_FILE = Pattern.compile("[^@]*[/\\\\].*", Pattern.DOTALL);
    private static final Pattern PORT = Pattern.compile(":(\\w+)(?=,|$)");

    /**
     * Takes the URL apart.
     *
     * @throws IllegalArgumentException saying what is wrong, without any part of the URL
     */
    static JdbcUrl of(Dialect dialect, String url) {
        JdbcOption.Syntax syntax = dialect.syntax;
        int end = url.indexOf(syntax.first());
        JdbcUrl parts = end < 0
                ? new JdbcUrl(url, List.of())
                : new JdbcUrl(url.substring(0, end), options(syntax, url.substring(end + 1)));
        parts.requireNoLogin(dialect);
        return parts;
    }

    private static List<JdbcOption> options(JdbcOption.Syntax syntax, String text) {
        List<JdbcOption> options = new ArrayList<>();
        for (String option : text.split(syntax.between())) {
            if (!option.isEmpty()) {
                options.add(JdbcOption.of(syntax, option));
            }
        }
        return options;
    }

    /** Drivers take it for a host, a port or the name of a database, and quote it where they cannot use it. */
    private void requireNoLogin(Dialect dialect) {
        Matcher server = SERVER.matcher(place);
        if (!server.matches()) {
            boolean isFile =
                    dialect.isOfFiles() && AT_SIGN_IN_FILE.matcher(place).matches();
            refuse(place.contains("@") && !isFile, dialect);
            return;
        }
        String hosts = server.group("hosts");
        refuse(place.contains("@") || LOGIN_OF_HOST.matcher(hosts).find(), dialect);
        PORT.matcher(hosts).results().forEach(port -> UrlParts.port(port.group(1)));
        if (!hosts.contains("(")) {
            UrlParts.hosts(hosts, 1);
        }
    }

    private static void refuse(boolean holdsLogin, Dialect dialect) {
        if (holdsLogin) {
            throw new IllegalArgumentException(
                    "a JDBC URL has no user and password before its host; write " + dialect.syntax.login());
        }
    }

    /** Whether there is no other server to try if one is silent. */
    boolean isOfOneServer() {
        Matcher server = SERVER.matcher(place);
        return !server.matches() || !server.group("hosts").contains(",");
    }
}
