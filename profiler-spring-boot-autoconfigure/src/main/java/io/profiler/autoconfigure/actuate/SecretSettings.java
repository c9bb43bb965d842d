// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import java.util.Locale;
import java.util.regex.Pattern;

/** Settings that nobody is to read, in each form in which they can be written. */
final class SecretSettings {

    private static final Pattern IN_TEXT = Pattern.compile(
            "(?i)profiler\\W.{0,200}?(hmac.?keys?|connection.?string|transport.?url)|profiler_\\w*(hmac|connection|transport)");
    private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern BARE_NAME =
            Pattern.compile("(os)?profiler.*(hmackeys?|connectionstring|transporturl)[0-9]*");

    private SecretSettings() {}

    static boolean isNamed(String key) {
        String letters = SEPARATORS.matcher(key.toLowerCase(Locale.ROOT)).replaceAll("");
        return BARE_NAME.matcher(letters).matches();
    }

    /** As in a command line, or in {@code SPRING_APPLICATION_JSON}. */
    static boolean areIn(String value) {
        return IN_TEXT.matcher(value).find();
    }
}
