// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OneByOneTest {

    @Test
    void whoeverDoesNotComeToHisTurnIsSentAway() {
        OneByOne one = new OneByOne(Duration.ofMillis(1), "busy");

        String told =
                one.run(() -> CompletableFuture.supplyAsync(() -> outcome(one)).join());

        assertThat(told).isEqualTo("busy");
        assertThat(outcome(one)).isEqualTo("done");
    }

    @Test
    void whatFailsLeavesItsPlaceToTheNext() {
        OneByOne one = new OneByOne(Duration.ofMillis(1), "busy");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> one.run(() -> {
                    throw new IllegalStateException();
                }));

        assertThat(CompletableFuture.supplyAsync(() -> outcome(one)).join()).isEqualTo("done");
    }

    private static String outcome(OneByOne one) {
        try {
            return one.run(() -> "done");
        } catch (BusyException busy) {
            return String.valueOf(busy.getMessage());
        }
    }
}
