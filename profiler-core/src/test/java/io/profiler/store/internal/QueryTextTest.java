// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.store.StatusFilter;
import io.profiler.store.TraceQuery;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTextTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00.5Z");

    @ParameterizedTest
    @CsvSource({
        "0s, PT0S",
        "50ms, PT0.05S",
        "7us, PT0.000007S",
        "7µs, PT0.000007S",
        "90s, PT90S",
        "5m, PT5M",
        "2h, PT2H",
        "7d, PT168H"
    })
    void readsDurations(String text, Duration duration) {
        assertThat(QueryText.duration(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @CsvSource({
        "404, 404, 404",
        "5xx, 500, 599",
        "5XX, 500, 599",
        "4, 400, 499",
        "4x, 400, 499",
        "40, 400, 409",
        "40x, 400, 409",
        "999, 999, 999"
    })
    void readsStatuses(String text, int from, int to) {
        assertThat(QueryText.status(text)).isEqualTo(new StatusFilter(from, to, false));
    }

    @Test
    void readsFailed() {
        assertThat(QueryText.status("failed")).isEqualTo(StatusFilter.FAILED);
        assertThat(QueryText.status("FAILED")).isEqualTo(StatusFilter.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xx", "0", "099", "4040", "4xxx", "x04", "4x4", "4xx ", "-404", "4.4", "fail"})
    void saysThatATextIsNoStatus(String text) {
        assertThatThrownBy(() -> QueryText.status(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' is not an HTTP status such as 404, nor 5xx for all of a class, nor failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "50", "ms", "-1s", "1.5s", "50 ms", "50MS", "1w", "9999999999d"})
    void saysThatATextIsNoDuration(String text) {
        assertThatThrownBy(() -> QueryText.duration(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' is not a duration such as 50ms; the units are us, ms, s, m, h and d");
    }

    @ParameterizedTest
    @CsvSource({
        "2h, 2026-01-31T10:00:00.5Z",
        "7d, 2026-01-24T12:00:00.5Z",
        "2026-01-30, 2026-01-30T00:00:00Z",
        "2026-01-30T10:20, 2026-01-30T10:20:00Z",
        "2026-01-30T10:20:30.123456, 2026-01-30T10:20:30.123456Z",
        "2026-01-30T10:20:30Z, 2026-01-30T10:20:30Z",
        "2026-01-30T10:20+02:00, 2026-01-30T08:20:00Z"
    })
    void readsPointsInTime(String text, Instant since) {
        assertThat(QueryText.since(text, NOW)).isEqualTo(since);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-13-01", "2026-02-30", "T12:00", "2026-01-30T25:00", "9999999999d"})
    void saysThatATextIsNoPointInTime(String text) {
        assertThatThrownBy(() -> QueryText.since(text, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' is neither a duration such as 2h or 7d, nor a date or time in UTC such as"
                        + " 2026-01-31 or 2026-01-31T12:00");
    }

    @ParameterizedTest
    @CsvSource({"started, STARTED", "Duration, DURATION", "SPANS, SPANS", "errors, ERRORS"})
    void readsOrders(String text, TraceQuery.Order order) {
        assertThat(QueryText.order(text)).isEqualTo(order);
    }

    @Test
    void saysThatATextIsNoOrder() {
        assertThatThrownBy(() -> QueryText.order("age"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'age' is none of started, duration, spans, errors");
    }

    @Test
    void readsLimits() {
        assertThat(QueryText.limit("0")).isZero();
        assertThat(QueryText.limit("20")).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "all", "1.5", "9999999999"})
    void saysThatATextIsNoLimit(String text) {
        assertThatThrownBy(() -> QueryText.limit(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' is not a number of traces, such as 20, or 0 for all");
    }
}
