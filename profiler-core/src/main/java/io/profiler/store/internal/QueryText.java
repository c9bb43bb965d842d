// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.internal;

import io.profiler.store.StatusFilter;
import io.profiler.store.TraceQuery;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the values of a query as people write them.
 */
public final class QueryText {

    private static final Pattern SHORT_DURATION = Pattern.compile("([0-9]{1,9})(us|µs|ms|s|m|h|d)");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}");

    /** The first digits, with or without an x for each of the others. */
    private static final Pattern STATUS = Pattern.compile("[1-9](?:[0-9]{0,2}|[0-9]?x|xx)", Pattern.CASE_INSENSITIVE);

    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "us", ChronoUnit.MICROS,
            "µs", ChronoUnit.MICROS,
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);

    private QueryText() {}

    /**
     * Reads a duration: a whole number and a unit.
     *
     * @throws IllegalArgumentException if the text is none; the message is one line and says what is expected
     */
    public static Duration duration(String text) {
        Matcher matcher = SHORT_DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a duration such as 50ms; the units are us, ms, s, m, h and d");
        }
        return Duration.of(Long.parseLong(matcher.group(1)), UNITS.getOrDefault(matcher.group(2), ChronoUnit.SECONDS));
    }

    /**
     * Reads a point in time: a duration before now, or a date or a time in ISO format, in UTC unless it names an offset.
     *
     * @throws IllegalArgumentException if the text is none; the message is one line and says what is expected
     */
    public static Instant since(String text, Instant now) {
        try {
            return SHORT_DURATION.matcher(text).matches() ? now.minus(duration(text)) : time(text);
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(
                    "'" + text
                            + "' is neither a duration such as 2h or 7d, nor a date or time in UTC such as 2026-01-31"
                            + " or 2026-01-31T12:00",
                    malformed);
        }
    }

    /**
     * Reads what comes first in a list.
     *
     * @throws IllegalArgumentException if the text is no order; the message is one line and says what is expected
     */
    public static TraceQuery.Order order(String text) {
        for (TraceQuery.Order order : TraceQuery.Order.values()) {
            if (order.name().equalsIgnoreCase(text)) {
                return order;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is none of started, duration, spans, errors");
    }

    /**
     * Reads how many traces a list may hold.
     *
     * @throws IllegalArgumentException if the text is no such number; the message is one line and says what is expected
     */
    public static int limit(String text) {
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a number of traces, such as 20, or 0 for all");
        }
        return Integer.parseInt(text);
    }

    /**
     * Reads which answers a list is about.
     *
     * @throws IllegalArgumentException if the text is no status, nor some; the message is one line and says what is expected
     */
    public static StatusFilter status(String text) {
        if (text.equalsIgnoreCase("failed")) {
            return StatusFilter.FAILED;
        }
        if (!STATUS.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not an HTTP status such as 404, nor 5xx for all of a class, nor failed");
        }
        String digits = text.replaceAll("[xX]", "");
        int among = digits.length() == 3 ? 1 : digits.length() == 2 ? 10 : 100;
        int from = Integer.parseInt(digits) * among;
        return new StatusFilter(from, from + among - 1, false);
    }

    private static Instant time(String text) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return text.matches(".*(Z|[+-][0-9:]+)")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
}
