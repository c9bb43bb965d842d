// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names whose values are secret. A name is one if one of its words, or several together, end with a secret name, and its
 * last word does not say that it tells about a secret: {@code dbPassword} and {@code token_2} are, {@code tokenizer} and
 * {@code passwordPolicy} are not.
 */
final class SecretNames {

    /** What follows a secret name without a border, and is still the secret. */
    private static final Set<String> TAILS = Set.of(
            "s", "id", "value", "values", "hash", "text", "string", "str", "header", "field", "param", "data", "plain",
            "raw", "new", "old", "confirm", "again", "key");

    private final List<String> names;
    private final Set<String> words;
    private final Set<String> queryNames;

    SecretNames(List<String> names, List<String> queryNames) {
        this.names = joined(names).distinct().toList();
        this.words = Set.copyOf(this.names);
        this.queryNames = joined(queryNames).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> joined(List<String> names) {
        return names.stream().map(name -> NameWords.of(name).joined()).filter(name -> !name.isEmpty());
    }

    /** Whether values outside of the queries of URLs have secret names. */
    boolean hasNames() {
        return !names.isEmpty();
    }

    boolean isEmpty() {
        return names.isEmpty() && queryNames.isEmpty();
    }

    boolean contains(CharSequence name) {
        NameWords words = NameWords.of(name);
        String joined = words.joined();
        for (String secret : names) {
            for (int at = joined.indexOf(secret); at >= 0; at = joined.indexOf(secret, at + 1)) {
                if (isSecret(words, at + secret.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isSecret(NameWords words, int end) {
        String rest = words.rest(end);
        if (!rest.isEmpty() && !TAILS.contains(rest)) {
            return false;
        }
        return end + rest.length() == words.joined().length() || !Vocabulary.isAboutASecret(words.last());
    }

    /** Whether a word, in lower case, is a secret name, or several of one. */
    boolean isName(String word) {
        return words.contains(word) || word.endsWith("s") && words.contains(word.substring(0, word.length() - 1));
    }

    /** Whether several words, with nothing after them, are a secret name: {@code the API key}. */
    boolean endsPhrase(CharSequence phrase) {
        String joined = NameWords.of(phrase).joined();
        return names.stream().anyMatch(joined::endsWith);
    }

    /** Whether a parameter of a URL has a secret name, of those that mean one only there. */
    boolean containsParameter(CharSequence name) {
        return queryNames.contains(NameWords.of(name).joined());
    }
}
