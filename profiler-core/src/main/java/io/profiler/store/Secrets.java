// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a connection string that may be of a password: those before the last at-sign, those of options that are
 * called like a secret, and all of them where the string is not clear. A word that its visible part has as well is none.
 */
final class Secrets {

    private static final int SHORTEST = 3;
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern OPTION = Pattern.compile(
            "[?&;(,]\\s*[\\w.-]*(?:pass|pwd|secret|token|credential|key|auth|init|user)[\\w.-]*=(?<value>[^&]*)",
            Pattern.CASE_INSENSITIVE);

    /** Names of options, and what every text about a login says. */
    private static final Set<String> NAMES = Set.of(
            "user", "username", "password", "passwd", "pwd", "secret", "token", "key", "auth", "init", "credential");

    private final Set<String> words = new HashSet<>();

    Secrets(String connectionString) {
        int at = connectionString.lastIndexOf('@');
        int start = connectionString.indexOf("://");
        if (at > start) {
            add(connectionString.substring(start < 0 ? 0 : start, at));
        }
        Matcher option = OPTION.matcher(connectionString);
        for (int from = 0; option.find(from); from = option.start("value")) {
            add(option.group("value"));
        }
        String shown = PublicPart.of(connectionString);
        if (shown.endsWith(PublicPart.HIDDEN) && !connectionString.contains("(")) {
            add(connectionString);
        }
        words.removeAll(wordsOf(shown));
        words.removeAll(NAMES);
    }

    private void add(String text) {
        words.addAll(wordsOf(text));
        words.addAll(wordsOf(decoded(text)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }

    private static Set<String> wordsOf(String text) {
        Set<String> words = new HashSet<>();
        WORDS.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= SHORTEST)
                .forEach(words::add);
        return words;
    }

    boolean areIn(String text) {
        return wordsOf(text).stream().anyMatch(words::contains);
    }
}
