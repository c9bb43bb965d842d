// SPDX-License-Identifier: Apache-2.0
package io.profiler.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PrefetchTest {

    private static final long BYTES = 1 << 20;
    private static final int MOST = 2_000;

    private final Prefetch prefetch = new Prefetch(
            new CollectorSettings(MOST, 1_000, Duration.ofMillis(200), Duration.ofSeconds(1), 1 << 20, BYTES));

    @Test
    void beginsWithAsManyAsAreAskedFor() {
        assertThat(prefetch.limits().messages()).isEqualTo(MOST);
        assertThat(prefetch.isChanging()).isFalse();
    }

    @Test
    void fallsWhenMemoryIsHalfFullAndRisesWhenItIsNot() {
        prefetch.limits();
        prefetch.settled(1, BYTES / 2 + 1);
        assertThat(prefetch.isChanging()).isTrue();
        assertThat(prefetch.limits().messages()).isEqualTo(500);

        prefetch.settled(1_999, BYTES / 8 - 1);
        assertThat(prefetch.isChanging()).isFalse();
        prefetch.settled(1, BYTES / 8 - 1);
        assertThat(prefetch.limits().messages()).isEqualTo(MOST);
    }

    @Test
    void staysWhereFourTimesAsManyWouldNotFit() {
        prefetch.limits();
        prefetch.lower();
        prefetch.limits();

        prefetch.settled(100_000, BYTES / 8);

        assertThat(prefetch.isChanging()).isFalse();
    }

    @Test
    void isNeverLessThanOne() {
        for (int i = 0; i < 20; i++) {
            prefetch.limits();
            prefetch.lower();
        }

        assertThat(prefetch.limits().messages()).isOne();
    }
}
