// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Settings that nobody is to read, in each form in which they can be written. */
final class SecretSettings {

    private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]+");
    private static final String PREFIX = "profiler";
    private static final List<String> NAMES = List.of("hmackey", "connectionstring", "transporturl");

    /** The last two are of the command, and may be around an application that was started by hand. */
    private static final Pattern BARE_NAME = Pattern.compile(
            "(os)?profiler.*(hmackeys?|connectionstring|transporturl)[0-9]*|osprofile|osdefaulttransporturl");

    private SecretSettings() {}

    static boolean isNamed(String key) {
        return BARE_NAME.matcher(letters(key)).matches();
    }

    /** As in a command line, or in {@code SPRING_APPLICATION_JSON}, however far the name is from the prefix. */
    static boolean areIn(String value) {
        String letters = letters(value);
        return letters.contains(PREFIX) && NAMES.stream().anyMatch(letters::contains);
    }

    private static String letters(String text) {
        return SEPARATORS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
