// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SweepTimerTest {

    @Test
    void itIsNotTimeBeforeTheIntervalIsOver() {
        assertThat(new SweepTimer(Duration.ofDays(1)).takeTurn()).isFalse();
        assertThat(new SweepTimer(Duration.ZERO).takeTurn()).isTrue();
    }

    @Test
    void whereMoreIsToBeDeletedItIsTimeOnceBefore() {
        SweepTimer timer = new SweepTimer(Duration.ofDays(1));
        timer.sweepSoon();
        assertThat(timer.takeTurn()).isTrue();
        assertThat(timer.takeTurn()).isFalse();
    }
}
