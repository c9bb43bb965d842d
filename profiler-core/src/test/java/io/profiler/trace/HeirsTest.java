// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a trace knows of the virtual threads that go on in it. */
class HeirsTest {

    private static final int MANY = 10_000;

    private final ActiveTrace trace = ActiveTraces.open();
    private final RecordedSpan top = ActiveTraces.top(trace);

    @Test
    void thoseThatAreNoMoreTakeNoMemory() throws InterruptedException {
        for (int i = 0; i < MANY; i++) {
            Heir.of(top);
        }

        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (trace.heirs.size() > MANY / 10 && System.nanoTime() < deadline) {
            System.gc();
            Thread.sleep(10);
            Heir.of(top);
        }

        assertThat(trace.heirs.size()).isLessThan(MANY / 10);
    }

    @Test
    void thoseThatAreStillThereAreLetGo() {
        Heir heir = Heir.of(top);

        trace.heirs.letGo();

        assertThat(heir.isOver()).isTrue();
        assertThat(trace.heirs.size()).isZero();
    }
}
