// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/** Timestamps of trace points as times; texts of six digits of a second sort as their times do. */
public final class PointTime {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.MICRO_OF_SECOND, 6, 6, true)
            .toFormatter();

    private PointTime() {}

    /** The time of a timestamp, null if the text is none. */
    public static @Nullable Instant parse(String timestamp) {
        try {
            return LocalDateTime.parse(timestamp).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException malformed) {
            return null;
        }
    }

    /** The timestamp of a time, cut to the microsecond. */
    public static String format(Instant time) {
        return FORMAT.format(time.atOffset(ZoneOffset.UTC));
    }

    /** From one timestamp to another, nothing if either is none. */
    public static Duration between(String first, String last) {
        Instant from = parse(first);
        Instant to = parse(last);
        return from == null || to == null ? Duration.ZERO : Duration.between(from, to);
    }
}
