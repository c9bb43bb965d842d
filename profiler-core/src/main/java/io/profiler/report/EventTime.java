// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Reads timestamps of events: ISO 8601 in UTC without a zone, {@code 2026-01-31T12:00:00.123456}. */
final class EventTime {

    private EventTime() {}

    /**
     * Microseconds since 1970 UTC; digits beyond the sixth of the fraction are cut.
     *
     * @throws IllegalArgumentException if the text is not a timestamp
     */
    static long toEpochMicros(String timestamp) {
        try {
            LocalDateTime time = LocalDateTime.parse(timestamp);
            return time.toEpochSecond(ZoneOffset.UTC) * 1_000_000 + time.getNano() / 1000;
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException("'" + timestamp + "' is not a timestamp", malformed);
        }
    }
}
