// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecorderClockTest {

    private static final long MILLI = 1_000_000;
    private static final long HOUR = 3_600_000 * MILLI;

    private final RecorderClock clock = new RecorderClock();

    @Test
    void isUnknownBeforeTheFirstReading() {
        assertThat(clock.isKnown()).isFalse();
    }

    @Test
    void theClosestReadingCounts() {
        clock.read(1_000, 5_000, 400);
        clock.read(2_000, 6_090, 20);
        clock.read(3_000, 7_000, 900);

        assertThat(clock.nanoTime(6_100)).isEqualTo(2_000);
    }

    /** The recorder's clock is the wall clock at the beginning of each of its files. */
    @Test
    void afterItWasSetOnlyWhatWasReadSinceCounts() {
        clock.read(10 * MILLI, HOUR, 0);
        clock.read(20 * MILLI, HOUR + 10 * MILLI, 0);
        clock.read(30 * MILLI, HOUR + 20 * MILLI + HOUR, 3_000);

        assertThat(clock.nanoTime(2 * HOUR + 20 * MILLI + 1_500)).isEqualTo(30 * MILLI);
    }
}
