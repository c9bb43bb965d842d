// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times as OSprofiler writes them: UTC, always six digits of a second, no zone. */
final class WireTimestamp {

    private static final int MICROS_LENGTH = 6;

    private WireTimestamp() {}

    /** A date formatter takes ten times as long, and this is done for every point. */
    static String format(long epochMicros) {
        long second = Math.floorDiv(epochMicros, 1_000_000L);
        int micros = (int) Math.floorMod(epochMicros, 1_000_000L);
        LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(26).append(time.toLocalDate()).append('T');
        appendTwoDigits(text, time.getHour()).append(':');
        appendTwoDigits(text, time.getMinute()).append(':');
        appendTwoDigits(text, time.getSecond()).append('.');
        String digits = Integer.toString(micros);
        return text.append("000000", 0, MICROS_LENGTH - digits.length())
                .append(digits)
                .toString();
    }

    private static StringBuilder appendTwoDigits(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
