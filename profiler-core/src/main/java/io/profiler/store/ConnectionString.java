// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A connection string, whose text form never shows credentials.
 *
 * @param value as the user wrote it, with credentials: for the backend's library only
 */
public record ConnectionString(String value) {

    private static final String JDBC = "jdbc:";
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*(?=:)");

    /** What stands before the first colon, in lower case; the whole text if there is none. */
    public String scheme() {
        return scheme(value);
    }

    private static String scheme(String value) {
        var matcher = SCHEME.matcher(value);
        return (matcher.lookingAt() ? matcher.group() : value).toLowerCase(Locale.ROOT);
    }

    /** The string without user, password and options, for messages. */
    @Override
    public String toString() {
        return scheme().equals("jdbc") ? JDBC + withoutOptions(value.substring(JDBC.length())) : withoutUserInfo(value);
    }

    /** What follows the first option, in MySQL's driver a parenthesis, may be of a password, whatever characters it has. */
    private static String withoutOptions(String url) {
        String[] parts = url.split("[?#;(]", 2);
        boolean unclear = parts.length == 2 && parts[1].contains("@");
        return unclear ? scheme(url) + ":***" : withoutUserInfo(parts[0]);
    }

    private static String withoutUserInfo(String value) {
        int afterUserInfo = value.lastIndexOf('@') + 1;
        String place = value.substring(afterUserInfo).split("[?#;]", 2)[0];
        return afterUserInfo == 0 ? place : scheme(value) + "://***@" + place;
    }
}
