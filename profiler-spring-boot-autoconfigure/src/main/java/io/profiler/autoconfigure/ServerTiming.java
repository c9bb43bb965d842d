// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Times as a value of the header {@code Server-Timing}, which browsers show beside the request.
 *
 * @since 0.1
 */
public final class ServerTiming {

    /** Name of the header. */
    public static final String HEADER = "Server-Timing";

    private static final Pattern NOT_OF_A_TOKEN = Pattern.compile("[^A-Za-z0-9_.-]");
    private static final int USUAL_CHARACTERS = 128;
    private static final int MOST_CHARACTERS = 1_000;
    private static final long NANOS_A_MICRO = 1_000;
    private static final long MICROS_A_MILLI = 1_000;

    private ServerTiming() {}

    /**
     * {@return a value such as {@code db;dur=12.345, wsgi;dur=40.002}, of up to 1,000 characters} That leaves the
     * application's own headers their room; what does not fit is left out.
     *
     * @param nanosByName times in the order in which they are to be shown; in names, what a token may not hold becomes
     *     {@code _}
     */
    public static String of(Map<String, Long> nanosByName) {
        StringBuilder value = new StringBuilder(USUAL_CHARACTERS);
        for (Map.Entry<String, Long> entry : nanosByName.entrySet()) {
            int before = value.length();
            value.append(before == 0 ? "" : ", ");
            addMetric(value, entry.getKey(), entry.getValue());
            if (value.length() > MOST_CHARACTERS) {
                value.setLength(before);
            }
        }
        return value.toString();
    }

    /** Written by hand: a format would take longer than all else that is done for the header. */
    private static void addMetric(StringBuilder value, String name, long nanos) {
        long micros = (nanos + NANOS_A_MICRO / 2) / NANOS_A_MICRO;
        value.append(token(name)).append(";dur=").append(micros / MICROS_A_MILLI);
        int point = value.length();
        value.append(MICROS_A_MILLI + micros % MICROS_A_MILLI).setCharAt(point, '.');
    }

    private static String token(String name) {
        for (int at = 0; at < name.length(); at++) {
            if (!isOfAToken(name.charAt(at))) {
                return NOT_OF_A_TOKEN.matcher(name).replaceAll("_");
            }
        }
        return name;
    }

    private static boolean isOfAToken(char character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || "_.-".indexOf(character) >= 0;
    }
}
