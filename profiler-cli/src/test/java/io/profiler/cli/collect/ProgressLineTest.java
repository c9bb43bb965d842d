// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.collect.CollectorCounts;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    @Test
    void fitsIntoTheTerminal() {
        CollectorCounts counts = new CollectorCounts(1_000_000, 2, 3, 4);

        assertThat(ProgressLine.text(counts, 5, 80)).endsWith(" waiting");
        assertThat(ProgressLine.text(counts, 5, 20)).hasSize(19).startsWith("5 points/s, ");
        assertThat(ProgressLine.text(counts, 5, 0)).isEmpty();
    }
}
