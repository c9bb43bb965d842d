// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.caller;

import io.profiler.sample.web.error.ApiException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/** Reads a UUID in any of its usual spellings: with or without dashes, braces and prefix. */
final class ClientId {

    private static final Pattern DIGITS = Pattern.compile(
            "([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})", Pattern.CASE_INSENSITIVE);

    private ClientId() {}

    static String parse(String text) {
        Matcher digits =
                DIGITS.matcher(text.replace("urn:", "").replace("uuid:", "").replaceAll("[-{}]", ""));
        if (!digits.matches()) {
            throw new ApiException(HttpStatus.BAD_REQUEST, "Wrong UUID value", "Malformed hexadecimal UUID.");
        }
        return digits.replaceFirst("$1-$2-$3-$4-$5").toLowerCase(java.util.Locale.ROOT);
    }
}
