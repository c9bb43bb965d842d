// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Times as a value of the header {@code Server-Timing}, which browsers show beside the request. */
final class ServerTiming {

    private static final Pattern NOT_OF_A_TOKEN = Pattern.compile("[^A-Za-z0-9_.-]");
    private static final int MOST_CHARACTERS = 1_000;
    private static final double NANOS_A_MILLI = 1e6;

    private ServerTiming() {}

    /** As many as fit into a header that leaves the application's own their room. */
    static String of(Map<String, Long> nanosByName) {
        StringBuilder value = new StringBuilder();
        for (Map.Entry<String, Long> entry : nanosByName.entrySet()) {
            String metric = metric(entry.getKey(), entry.getValue());
            if (value.length() + metric.length() <= MOST_CHARACTERS) {
                value.append(value.isEmpty() ? "" : ", ").append(metric);
            }
        }
        return value.toString();
    }

    private static String metric(String name, long nanos) {
        return String.format(
                Locale.ROOT, "%s;dur=%.3f", NOT_OF_A_TOKEN.matcher(name).replaceAll("_"), nanos / NANOS_A_MILLI);
    }
}
