// SPDX-License-Identifier: Apache-2.0
package io.profiler.point;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00.123456, 1769860800123456",
        "1970-01-01T00:00:00.000001, 1",
        "1969-12-31T23:59:59.999999, -1",
        "0001-01-01T00:00:00.000000, -62135596800000000",
        "9999-12-31T23:59:59.999999, 253402300799999999",
        "2024-02-29T23:59:59.000000, 1709251199000000",
        "2026-01-31T12:00:00, 1769860800000000",
        "2026-01-31T12:00:00.5, 1769860800500000",
        "2026-01-31T12:00:00.123456789, 1769860800123456"
    })
    void readsWhateverDigitsThereAre(String timestamp, long epochMicros) {
        assertThat(PointTime.epochMicros(timestamp)).isEqualTo(epochMicros);
        assertThat(PointTime.parse(timestamp))
                .isEqualTo(LocalDateTime.parse(timestamp).toInstant(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30T12:00:00.123456",
                "2026-01-31T24:00:00.000000",
                "2026-01-31 12:00:00.123456",
                "2026-01-31T12:00:00.12345x",
                "٢٠٢٦-01-31T12:00:00.123456",
                "+10000-01-01T00:00:00.000000",
                "-0001-12-31T23:59:59.999999",
                "+999999999-12-31T23:59:59.999999",
                ""
            })
    void refusesWhatIsNotATimestamp(String timestamp) {
        assertThat(PointTime.parse(timestamp)).isNull();
        assertThat(PointTime.between(timestamp, "2026-01-31T12:00:00.123456")).isZero();
        assertThat(PointTime.epochMicros(timestamp)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00.123456Z, 2026-01-31T12:00:00.123456",
        "2026-01-31T12:00:00.123456999Z, 2026-01-31T12:00:00.123456",
        "2026-12-01T01:02:03Z, 2026-12-01T01:02:03.000000",
        "2026-12-31T23:59:59.000007Z, 2026-12-31T23:59:59.000007",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00.000000",
        "1969-12-31T23:59:59.999999Z, 1969-12-31T23:59:59.999999",
        "1969-12-31T23:59:59.999999999Z, 1969-12-31T23:59:59.999999",
    })
    void writesSixDigitsAndNoZone(Instant time, String timestamp) {
        assertThat(PointTime.format(time)).isEqualTo(timestamp);
        assertThat(PointTime.format(ChronoUnit.MICROS.between(Instant.EPOCH, time.truncatedTo(ChronoUnit.MICROS))))
                .isEqualTo(timestamp);
    }

    @Test
    void writesTheNearestTimestampOfATimeThatHasNone() {
        assertThat(PointTime.format(Instant.MIN)).isEqualTo("0000-01-01T00:00:00.000000");
        assertThat(PointTime.format(Instant.parse("-0001-12-31T23:59:59.999999Z")))
                .isEqualTo("0000-01-01T00:00:00.000000");
        assertThat(PointTime.format(Instant.parse("0000-01-01T00:00:00.000001Z")))
                .isEqualTo("0000-01-01T00:00:00.000001");
        assertThat(PointTime.format(Instant.parse("9999-12-31T23:59:59.999998Z")))
                .isEqualTo("9999-12-31T23:59:59.999998");
        assertThat(PointTime.format(253_402_300_800_000_000L)).isEqualTo("9999-12-31T23:59:59.999999");
        assertThat(PointTime.format(Instant.MAX)).isEqualTo("9999-12-31T23:59:59.999999");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00.123456, 2026-01-31T12:00:01.123457, PT1.000001S",
        "2026-01-31T12:00:01, 2026-01-31T12:00:00.5, PT-0.5S",
        "0001-01-01T00:00:00, 9999-12-31T23:59:59.999999, PT87649415H59M59.999999S"
    })
    void tellsHowFarTwoAreApart(String first, String last, Duration between) {
        assertThat(PointTime.between(first, last)).isEqualTo(between);
    }
}
