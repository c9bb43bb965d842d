// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How much of an answer is kept. */
class ArrivingValuesTest {

    private static final int HALF = (int) (ArrivingValues.MOST_BYTES / 2);

    private final ArrivingValues values = new ArrivingValues();

    @Test
    void whatIsBeyondTheBoundIsLetGoAsItArrives() {
        for (int size : new int[] {HALF, HALF, 1, HALF}) {
            values.onValue(new byte[size]);
        }

        assertThat(values.kept()).hasSize(2);
        assertThat(values.arrived()).isEqualTo(4);
        assertThat(values.isWhole()).isFalse();
    }

    @Test
    void aValueThatIsBeyondItAloneIsKept() {
        values.onValue(new byte[3 * HALF]);

        assertThat(values.isWhole()).isTrue();
        values.onValue(new byte[1]);
        assertThat(values.kept()).hasSize(1);
    }
}
