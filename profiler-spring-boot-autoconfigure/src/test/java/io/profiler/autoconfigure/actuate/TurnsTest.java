// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TurnsTest {

    @Test
    void whoeverDoesNotComeToHisTurnIsSentAway() {
        Turns turns = new Turns(1, Duration.ofMillis(1), "busy");

        String told = turns.run(
                () -> CompletableFuture.supplyAsync(() -> outcome(turns)).join());

        assertThat(told).isEqualTo("busy");
        assertThat(outcome(turns)).isEqualTo("done");
    }

    @Test
    void asManyAsMayDoItAtOnce() {
        Turns turns = new Turns(2, Duration.ofMillis(1), "busy");

        String told = turns.run(() -> turns.run(() -> outcome(turns)));

        assertThat(told).isEqualTo("busy");
        assertThat(turns.run(() -> outcome(turns))).isEqualTo("done");
    }

    @Test
    void whatFailsLeavesItsPlaceToTheNext() {
        Turns turns = new Turns(1, Duration.ofMillis(1), "busy");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> turns.run(() -> {
                    throw new IllegalStateException();
                }));

        assertThat(CompletableFuture.supplyAsync(() -> outcome(turns)).join()).isEqualTo("done");
    }

    private static String outcome(Turns turns) {
        try {
            return turns.run(() -> "done");
        } catch (BusyException busy) {
            return String.valueOf(busy.getMessage());
        }
    }
}
