// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of parameters, members and keys whose values are secret, however their words are joined. */
final class SecretNames {

    static final String MASK = "***";

    private static final Pattern SEPARATORS = Pattern.compile("[-_.]");
    private static final Pattern USER_INFO = Pattern.compile("//[^/\\s@]+@");

    private final List<String> parts;
    private final Pattern assignment;

    SecretNames(List<String> parts) {
        this.parts = parts.stream()
                .map(SecretNames::joined)
                .filter(part -> !part.isEmpty())
                .toList();
        String anyPart = this.parts.stream().map(SecretNames::withSeparators).collect(Collectors.joining("|"));
        this.assignment = Pattern.compile("(?i)((?:" + anyPart + ")[\\w.-]*[\"']?\\s*[=:]\\s*)[^,;&)}\\]]+");
    }

    private static String joined(String name) {
        return SEPARATORS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private static String withSeparators(String part) {
        return part.chars()
                .mapToObj(c -> Pattern.quote(String.valueOf((char) c)))
                .collect(Collectors.joining("[-_.]?"));
    }

    boolean contains(String name) {
        String joined = joined(name);
        return parts.stream().anyMatch(joined::contains);
    }

    /** Masks what is assigned to a secret name in a text, as in {@code User[password=abc]}, and the user of a URL. */
    String mask(String text) {
        String withoutUsers = USER_INFO.matcher(text).replaceAll("//" + MASK + "@");
        return parts.isEmpty() ? withoutUsers : assignment.matcher(withoutUsers).replaceAll("$1" + MASK);
    }
}
