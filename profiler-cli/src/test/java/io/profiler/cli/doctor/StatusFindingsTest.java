// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.store.StoreStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusFindingsTest {

    private static StatusFindings ofClockAhead(Duration ahead) {
        return new StatusFindings(new StoreStatus("server", 1L, 2L, 3L, List.of(), ahead, null));
    }

    @Test
    void aClockThatIsOffIsAWarning() {
        assertThatThrownBy(() -> ofClockAhead(Duration.ofMillis(-1_001)).clock())
                .isInstanceOf(CheckWarning.class)
                .hasMessage("1001 ms behind this machine's; spans of different machines are shown out of order");
        assertThatThrownBy(() -> ofClockAhead(Duration.ofMinutes(2)).clock())
                .isInstanceOf(CheckWarning.class)
                .hasMessageStartingWith("120000 ms ahead of this machine's");
    }

    @Test
    void aClockThatIsRightWithinASecondIsNot() {
        assertThat(ofClockAhead(Duration.ofMillis(1_000)).clock()).isEqualTo("1000 ms ahead of this machine's");
    }
}
