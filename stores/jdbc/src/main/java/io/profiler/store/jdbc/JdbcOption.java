// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * An option of a JDBC URL.
 *
 * @param text as it stands there
 * @param value what the driver makes of it
 */
record JdbcOption(String name, String value, String text) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w.:-]*");

    /** How a driver reads what follows the place. */
    enum Syntax {
        ENCODED('?', "&", "?user=…&password=… after the database, with their special characters percent-encoded"),
        PLAIN('?', "&", "?user=…&password=… after the database"),
        SETTINGS(';', "(?<!\\\\);", ";USER=…;PASSWORD=… after the database");

        private final char first;
        private final String between;
        private final String login;

        Syntax(char first, String between, String login) {
            this.first = first;
            this.between = between;
            this.login = login;
        }

        char first() {
            return first;
        }

        String between() {
            return between;
        }

        /** How to write user and password. */
        String login() {
            return login;
        }

        private String value(String text) {
            return switch (this) {
                case ENCODED -> decoded(text);
                case PLAIN -> text;
                case SETTINGS -> text.replace("\\;", ";");
            };
        }

        private static String decoded(String text) {
            try {
                return URLDecoder.decode(text, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException malformed) {
                throw new IllegalArgumentException("a value in its options is not percent-encoded", malformed);
            }
        }
    }

    /**
     * @throws IllegalArgumentException if it is none, saying so without any part of it
     */
    static JdbcOption of(Syntax syntax, String text) {
        String[] parts = text.split("=", 2);
        if (!NAME.matcher(parts[0]).matches() || parts.length == 1 && syntax == Syntax.SETTINGS) {
            throw new IllegalArgumentException("what follows '" + syntax.first() + "' is not NAME=VALUE, separated by '"
                    + syntax.between().charAt(syntax.between().length() - 1) + "'");
        }
        return new JdbcOption(parts[0], parts.length == 1 ? "" : syntax.value(parts[1]), text);
    }
}
