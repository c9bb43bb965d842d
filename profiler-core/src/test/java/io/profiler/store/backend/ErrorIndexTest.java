// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ErrorIndexTest {

    private static final int MOST_KEPT = 100;

    private final ErrorIndex index = new ErrorIndex("nobody finds them", LoggerFactory.getLogger("test"));

    /** Of a trace that fails for a long time, the last error is as late as that of one that began later. */
    @Test
    void theLastOnesThatFailedAreKeptWheneverTheyBegan() {
        record("long", "12:00");
        for (int i = 1; i < MOST_KEPT; i++) {
            record("trace" + i, "12:01");
        }
        record("long", "12:02");
        record("one more", "12:03");

        List<String> written = new ArrayList<>();
        index.record(List.of(), errors -> written.addAll(errors.keySet()));

        assertThat(written).hasSize(MOST_KEPT).startsWith("trace2").endsWith("long", "one more");
    }

    private void record(String id, String timestamp) {
        TracePoint stop = new TracePoint("a-stop", id, "span", id, timestamp, Map.of("etype", "Error"), "p", "s");
        index.record(List.of(stop), errors -> {
            throw new IllegalStateException("away");
        });
    }
}
