// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundsTest {

    private static final long EVERY = 10_000_000;
    private static final int TIMES = 1_000;

    private final Rounds rounds = new Rounds(EVERY, 0);

    /** Each request that ends has others planned anew, of which there may be many between two looks. */
    @Test
    void whatIsPlannedAnewThoughNothingHasChangedStaysAsItIs() {
        long first = rounds.nanosUntilDue(0);
        rounds.planEarlier(1);
        assertThat(rounds.nanosUntilDue(0)).isEqualTo(first);

        rounds.plan(EVERY, 3);
        long planned = rounds.nanosUntilDue(EVERY);
        for (int i = 0; i < TIMES; i++) {
            rounds.planEarlier(3);
        }
        assertThat(rounds.nanosUntilDue(EVERY)).isEqualTo(planned);
    }

    /** As after one that had so many threads that all the others had to wait. */
    @Test
    void whatNeedBeLessRareComesEarlierButNeverLater() {
        rounds.plan(0, 4);
        long rare = rounds.nanosUntilDue(0);

        rounds.planEarlier(8);
        assertThat(rounds.nanosUntilDue(0)).isEqualTo(rare);
        rounds.planEarlier(2);
        assertThat(rounds.nanosUntilDue(0)).isEqualTo(rare / 2);
        rounds.planEarlier(1);
        assertThat(rounds.nanosUntilDue(0)).isEqualTo(rare / 4);
    }
}
