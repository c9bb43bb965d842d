// SPDX-License-Identifier: Apache-2.0
package io.profiler.point;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * What the timestamps of one second begin with.
 *
 * @param epochSecond seconds since 1970 UTC
 * @param text as {@code 2026-01-31T12:00:00.}
 */
record WrittenSecond(long epochSecond, String text) {

    private static final int LENGTH_OF_TIMESTAMP = 26;
    private static final int MICROS_A_SECOND = 1_000_000;

    static WrittenSecond of(long epochSecond) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder().append(time.toLocalDate()).append('T');
        appendTwoDigits(text, time.getHour()).append(':');
        appendTwoDigits(text, time.getMinute()).append(':');
        appendTwoDigits(text, time.getSecond()).append('.');
        return new WrittenSecond(epochSecond, text.toString());
    }

    private static StringBuilder appendTwoDigits(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** With six digits: there are as many behind the first one of a million and more. */
    String with(int micros) {
        return new StringBuilder(LENGTH_OF_TIMESTAMP + 1)
                .append(text)
                .append(MICROS_A_SECOND + micros)
                .deleteCharAt(text.length())
                .toString();
    }
}
