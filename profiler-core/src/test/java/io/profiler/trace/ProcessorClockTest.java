// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static io.profiler.trace.ProcessorClock.GOOD_FOR_NANOS;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.internal.ThreadCounters;
import org.junit.jupiter.api.Test;

class ProcessorClockTest {

    private long now = 1_000;
    private long processorNanos = 100_000;
    private int readings;
    private final ProcessorClock clock = new ProcessorClock(this::read, () -> now);

    @Test
    void aReadingServesForAWhile() {
        assertThat(clock.nanos()).isEqualTo(100_000);

        pass(2_000, 2_000);

        assertThat(clock.nanos()).isEqualTo(102_000);
        assertThat(readings).isOne();
    }

    @Test
    void afterThatItIsReadAgain() {
        clock.nanos();

        pass(2_000, 2_000);
        clock.nanos();
        pass(GOOD_FOR_NANOS, 1_000);

        assertThat(clock.nanos()).isEqualTo(103_000);
        assertThat(readings).isEqualTo(2);
    }

    @Test
    void aThreadThatWaitsIsTakenToHaveRunForNoLongerThanThat() {
        clock.nanos();

        pass(GOOD_FOR_NANOS - 1, 0);
        assertThat(clock.nanos()).isEqualTo(100_000 + GOOD_FOR_NANOS - 1);
        pass(1_000_000, 0);

        assertThat(clock.nanos()).as("goes never back").isEqualTo(100_000 + GOOD_FOR_NANOS - 1);
        pass(1_000_000, 900_000);
        assertThat(clock.nanos()).isEqualTo(1_000_000);
    }

    @Test
    void whatNobodyMeasuresStaysUnknown() {
        processorNanos = ThreadCounters.UNKNOWN;

        assertThat(clock.nanos()).isEqualTo(ThreadCounters.UNKNOWN);
        pass(1_000, 0);
        assertThat(clock.nanos()).isEqualTo(ThreadCounters.UNKNOWN);
    }

    private void pass(long nanos, long ofThem) {
        now += nanos;
        processorNanos += ofThem;
    }

    private long read() {
        readings++;
        return processorNanos;
    }
}
