// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of parameters, members and keys whose values are secret. */
final class SecretNames {

    static final String MASK = "***";

    static final List<String> DEFAULTS = List.of(
            "password",
            "passwd",
            "pwd",
            "secret",
            "token",
            "credential",
            "authorization",
            "cookie",
            "apikey",
            "api_key",
            "hmac",
            "private_key",
            "privatekey");

    private final List<String> parts;
    private final Pattern assignment;

    SecretNames(List<String> parts) {
        this.parts = parts.stream().map(part -> part.toLowerCase(Locale.ROOT)).toList();
        this.assignment =
                Pattern.compile("(?i)((?:" + parts.stream().map(Pattern::quote).collect(Collectors.joining("|"))
                        + ")\\w*[\"']?\\s*[=:]\\s*)[^,;&)}\\]]+");
    }

    boolean contains(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return parts.stream().anyMatch(lowerCase::contains);
    }

    /** Masks what is assigned to a secret name inside of a text, as in {@code User[password=abc]}. */
    String mask(String text) {
        return parts.isEmpty() ? text : assignment.matcher(text).replaceAll("$1" + MASK);
    }
}
