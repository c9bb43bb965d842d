// SPDX-License-Identifier: Apache-2.0
package io.profiler.point;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Timestamps of trace points: ISO 8601 in UTC without a zone, {@code 2026-01-31T12:00:00.123456}. Written with six digits
 * of a second, so that texts sort as their times do; read with however many there are.
 *
 * <p>Every point has one, so both are done without a DateTimeFormatter, which takes ten times as long.
 *
 * @since 0.1
 */
public final class PointTime {

    private static final String USUAL_FORM = "0000-00-00T00:00:00.000000";
    private static final int LAST_YEAR = 9999;

    private static final String FIRST = "0000-01-01T00:00:00.000000";
    private static final long FIRST_SECOND = -62_167_219_200L;
    private static final String LAST = "9999-12-31T23:59:59.999999";
    private static final long LAST_SECOND = 253_402_300_799L;

    /** What is written together is mostly of one second. */
    private static volatile WrittenSecond lastSecond = WrittenSecond.of(0);

    private PointTime() {}

    /**
     * The time of a timestamp, null if the text is none.
     *
     * @param timestamp text of a record on the wire
     * @return its time in UTC
     */
    public static @Nullable Instant parse(String timestamp) {
        try {
            return time(timestamp).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException malformed) {
            return null;
        }
    }

    /**
     * Microseconds since 1970 UTC, null if the text is not a timestamp; digits beyond the sixth of the fraction are cut.
     *
     * @param timestamp text of a record on the wire
     * @return its time
     */
    public static @Nullable Long epochMicros(String timestamp) {
        Instant time = parse(timestamp);
        return time == null ? null : time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
    }

    private static LocalDateTime time(String timestamp) {
        return hasUsualForm(timestamp) ? usual(timestamp) : unusual(timestamp);
    }

    /** A year has four digits, as OSprofiler reads them; others would not sort either. */
    private static LocalDateTime unusual(String timestamp) {
        LocalDateTime time = LocalDateTime.parse(timestamp);
        if (time.getYear() < 0 || time.getYear() > LAST_YEAR) {
            throw new DateTimeException("the year is out of range");
        }
        return time;
    }

    private static boolean hasUsualForm(String timestamp) {
        if (timestamp.length() != USUAL_FORM.length()) {
            return false;
        }
        for (int i = 0; i < USUAL_FORM.length(); i++) {
            char c = timestamp.charAt(i);
            if (USUAL_FORM.charAt(i) == '0' ? c < '0' || c > '9' : c != USUAL_FORM.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static LocalDateTime usual(String timestamp) {
        return LocalDateTime.of(
                number(timestamp, 0, 4),
                number(timestamp, 5, 7),
                number(timestamp, 8, 10),
                number(timestamp, 11, 13),
                number(timestamp, 14, 16),
                number(timestamp, 17, 19),
                number(timestamp, 20, 26) * 1000);
    }

    private static int number(String timestamp, int from, int to) {
        return Integer.parseInt(timestamp, from, to, 10);
    }

    /**
     * From one timestamp to another, nothing if either is none.
     *
     * @param first the earlier timestamp
     * @param last the later one
     * @return a duration, negative if they are the other way round
     */
    public static Duration between(String first, String last) {
        Instant from = parse(first);
        Instant to = parse(last);
        return from == null || to == null ? Duration.ZERO : Duration.between(from, to);
    }

    /**
     * The timestamp of a time, cut to the microsecond; of one that has none, the nearest.
     *
     * @param time any moment
     * @return the text for a record on the wire
     */
    public static String format(Instant time) {
        return format(time.getEpochSecond(), time.getNano() / 1000);
    }

    /**
     * The timestamp of a time that is given in microseconds since 1970 UTC.
     *
     * @param epochMicros any number of microseconds
     * @return the text for a record on the wire
     */
    public static String format(long epochMicros) {
        return format(Math.floorDiv(epochMicros, 1_000_000L), (int) Math.floorMod(epochMicros, 1_000_000L));
    }

    private static String format(long second, int micros) {
        if (second < FIRST_SECOND || second > LAST_SECOND) {
            return second < FIRST_SECOND ? FIRST : LAST;
        }
        WrittenSecond written = lastSecond;
        if (written.epochSecond() != second) {
            written = WrittenSecond.of(second);
            lastSecond = written;
        }
        return written.with(micros);
    }
}
