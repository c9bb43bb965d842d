// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The traces that have ended here, of which the one is forgotten that nobody has asked about for the longest time: who
 * replays a trace keeps it remembered. Thread-safe.
 */
final class EndedTraces {

    static final int CAPACITY = 10_000;

    private static final int LONGEST_ID = 255;

    private final Duration replayAfter;
    private final InstantSource clock;
    private final Map<String, Instant> firstEnds = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > CAPACITY;
        }
    };

    /**
     * @param replayAfter how long after its first end a trace may be added to; zero for ever
     */
    EndedTraces(Duration replayAfter, InstantSource clock) {
        this.replayAfter = replayAfter;
        this.clock = clock;
    }

    void add(String baseId) {
        if (!replayAfter.isZero() && baseId.length() <= LONGEST_ID) {
            synchronized (firstEnds) {
                firstEnds.putIfAbsent(baseId, clock.instant());
            }
        }
    }

    boolean isOver(String baseId) {
        if (replayAfter.isZero()) {
            return false;
        }
        synchronized (firstEnds) {
            Instant firstEnd = firstEnds.get(baseId);
            return firstEnd != null && firstEnd.plus(replayAfter).isBefore(clock.instant());
        }
    }
}
