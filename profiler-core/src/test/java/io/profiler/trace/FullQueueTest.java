// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePointChunk;
import io.profiler.point.TracePointSink;
import io.profiler.propagation.TraceContext;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FullQueueTest {

    @Test
    void aRequestThatFindsNoRoomAsksForLittleNextTime() {
        Offers offers = new Offers();
        Profiler profiler = Profiler.create(offers, new Origin("h", "p", "s"), ArgumentCapture.disabled());

        try (ProfiledScope scope = profiler.open(new TraceContext("base", "base", "key"))) {
            for (int i = 0; i < 100; i++) {
                profiler.start("span").stop();
            }
        }

        assertThat(offers.capacities).startsWith(16, 64, 256).endsWith(16, 2);
        assertThat(offers.dropped).isEqualTo(200 - 16 - 64 + 1);
    }

    /** Room for two chunks. */
    private static final class Offers implements TracePointSink {

        private final List<Integer> capacities = new ArrayList<>();
        private int dropped;

        @Override
        public boolean offer(TracePointChunk chunk) {
            capacities.add(chunk.capacity());
            return capacities.size() <= 2;
        }

        @Override
        public void ready() {}

        @Override
        public void drop(TracePointChunk refused, int points) {
            dropped += points;
        }
    }
}
