// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a connection string anybody may see: scheme, hosts and path. What does not look like these may be of a
 * password with a character that should have been encoded, and is left out.
 */
final class PublicPart {

    /** Stands for what is left out; alone, where the string is not clear. */
    static final String HIDDEN = "***";

    private static final Pattern SCHEME =
            Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?<rest>.*)", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("[A-Za-z+]*");
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");

    private static final String HOST = "(?:\\[[0-9A-Fa-f:.%]+]|[\\p{L}\\p{N}._-]+)(?::\\d{1,12})?";
    private static final Pattern SERVER =
            Pattern.compile("(?:" + HOST + "(?:," + HOST + ")*,?)?(?:[/\\\\][^@\\p{Cntrl}]*)?");

    private static final Pattern JDBC = Pattern.compile("(?<name>[A-Za-z][A-Za-z0-9]*):(?<place>.*)", Pattern.DOTALL);
    private static final Pattern JDBC_SERVER =
            Pattern.compile("(?<before>(?:[A-Za-z]+:)*//)(?<server>.*)", Pattern.DOTALL);

    /** Where else a URL may end in user and password, as Oracle's does. */
    private static final Set<String> WITHOUT_SERVER = Set.of("h2", "sqlite", "postgresql");

    private static final Pattern FILE = Pattern.compile("(?:(?:file|mem|nio\\w*|async|split|zip|classpath):)*"
            + "(?:[A-Za-z]:[/\\\\])?(?:[^:@\\p{Cntrl}]*|[^:@\\p{Cntrl}]*[/\\\\][^:\\p{Cntrl}]*)|:memory:");

    private PublicPart() {}

    static String of(String value) {
        Matcher parts = SCHEME.matcher(value);
        if (!parts.matches()) {
            return WORD.matcher(value).matches() ? value : HIDDEN;
        }
        String scheme = parts.group("scheme").toLowerCase(Locale.ROOT);
        String rest = parts.group("rest");
        if (scheme.equals("jdbc")) {
            return "jdbc:" + ofJdbc(rest);
        }
        return rest.startsWith("//") ? scheme + "://" + server(rest.substring(2)) : withoutSlashes(scheme, rest);
    }

    /** What stands before the colon may be a user. */
    private static String withoutSlashes(String scheme, String rest) {
        if (PORT.matcher(rest).matches()) {
            return scheme + ':' + rest;
        }
        return rest.startsWith("/") ? scheme + ':' + HIDDEN : HIDDEN;
    }

    private static String ofJdbc(String url) {
        Matcher parts = JDBC.matcher(url);
        if (!parts.matches()) {
            return WORD.matcher(url).matches() ? url : HIDDEN;
        }
        String name = parts.group("name") + ':';
        Matcher server = JDBC_SERVER.matcher(parts.group("place"));
        if (server.matches()) {
            return name + server.group("before") + server(server.group("server"));
        }
        return name + (WITHOUT_SERVER.contains(parts.group("name")) ? file(parts.group("place")) : HIDDEN);
    }

    private static String server(String text) {
        String[] parts = withoutOptions(text);
        String place = parts[0].substring(parts[0].lastIndexOf('@') + 1);
        if (parts[1].contains("@") || !SERVER.matcher(place).matches()) {
            return HIDDEN;
        }
        return place.length() == parts[0].length() ? place : HIDDEN + '@' + place;
    }

    private static String file(String text) {
        String[] parts = withoutOptions(text);
        return parts[1].contains("@") || !FILE.matcher(parts[0]).matches() ? HIDDEN : parts[0];
    }

    /** In MySQL's driver a parenthesis begins some, too. */
    private static String[] withoutOptions(String text) {
        String[] parts = text.split("[?#;(]", 2);
        return parts.length == 2 ? parts : new String[] {text, ""};
    }
}
