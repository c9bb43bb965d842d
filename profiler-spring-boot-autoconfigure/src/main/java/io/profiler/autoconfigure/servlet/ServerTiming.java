// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Times as a value of the header {@code Server-Timing}, which browsers show beside the request. */
final class ServerTiming {

    private static final Pattern NOT_OF_A_TOKEN = Pattern.compile("[^A-Za-z0-9_.-]");
    private static final double NANOS_A_MILLI = 1e6;

    private ServerTiming() {}

    static String of(Map<String, Long> nanosByName) {
        return nanosByName.entrySet().stream()
                .map(entry -> metric(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String metric(String name, long nanos) {
        return String.format(
                Locale.ROOT, "%s;dur=%.3f", NOT_OF_A_TOKEN.matcher(name).replaceAll("_"), nanos / NANOS_A_MILLI);
    }
}
