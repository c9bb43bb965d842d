// SPDX-License-Identifier: Apache-2.0
package io.profiler.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundedTimeTest {

    private static final long BOUND = 4_000_000_000_000_000_000L;

    @ParameterizedTest
    @CsvSource({
        "1, 2, 3",
        "-1, 1, 0",
        "9223372036854775807, 1, 4000000000000000000",
        "9223372036854775807, 9223372036854775807, 4000000000000000000",
        "-9223372036854775808, -9223372036854775808, -4000000000000000000",
        "-9223372036854775808, 9223372036854775807, 0"
    })
    void addsUpToABound(long one, long other, long sum) {
        assertThat(BoundedTime.plus(one, other)).isEqualTo(sum);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 2, 1",
        "0, -9223372036854775808, 4000000000000000000",
        "-9223372036854775808, 9223372036854775807, -4000000000000000000"
    })
    void subtractsDownToABound(long time, long earlier, long difference) {
        assertThat(BoundedTime.minus(time, earlier)).isEqualTo(difference);
    }

    @Test
    void countsMicrosecondsUpToABound() {
        assertThat(BoundedTime.micros(Duration.ofNanos(1_999))).isEqualTo(1);
        assertThat(BoundedTime.micros(Duration.ofDays(365_000))).isEqualTo(31_536_000_000_000_000L);
        assertThat(BoundedTime.micros(Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo(BOUND);
        assertThat(BoundedTime.micros(Duration.ofSeconds(Long.MIN_VALUE))).isEqualTo(-BOUND);
        assertThat(BoundedTime.microsOfMillis(12)).isEqualTo(12_000);
        assertThat(BoundedTime.microsOfMillis(Long.MIN_VALUE)).isEqualTo(-BOUND);
    }

    @Test
    void turnsMomentsIntoMicrosecondsAndBack() {
        Instant time = Instant.parse("0001-01-01T00:00:00.000001Z");

        assertThat(BoundedTime.epochMicros(time)).isEqualTo(-62_135_596_799_999_999L);
        assertThat(BoundedTime.epochMicros(time.plusNanos(999))).isEqualTo(-62_135_596_799_999_999L);
        assertThat(BoundedTime.instant(-62_135_596_799_999_999L)).isEqualTo(time);
        assertThat(BoundedTime.epochMicros(Instant.MAX)).isEqualTo(BOUND);
        assertThat(BoundedTime.epochMicros(Instant.MIN)).isEqualTo(-BOUND);
        assertThat(BoundedTime.instant(Long.MAX_VALUE)).isEqualTo(BoundedTime.instant(BOUND));
    }
}
