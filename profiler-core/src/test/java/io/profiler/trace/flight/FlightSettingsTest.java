// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.flight;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FlightSettingsTest {

    private static final int MILLION = 1_000_000;

    @Test
    void aLimitIsAtLeastOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FlightLimits(0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new FlightLimits(1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new FlightLimits(1, 1, 0));
    }

    @Test
    void noMoreAreKeptThanCanBeCounted() {
        assertThatCode(() -> new KeepingRules(null, 1, MILLION)).doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> new KeepingRules(null, 1, MILLION + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new KeepingRules(null, 1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new KeepingRules(null, 0, 1));
    }
}
