// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
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
        if (!replayAfter.isZero()) {
            String key = key(baseId);
            synchronized (firstEnds) {
                firstEnds.putIfAbsent(key, clock.instant());
            }
        }
    }

    boolean isOver(String baseId) {
        if (replayAfter.isZero()) {
            return false;
        }
        String key = key(baseId);
        synchronized (firstEnds) {
            Instant firstEnd = firstEnds.get(key);
            return firstEnd != null && firstEnd.plus(replayAfter).isBefore(clock.instant());
        }
    }

    /** Of a long id, what takes no more room than others. */
    private static String key(String baseId) {
        if (baseId.length() <= LONGEST_ID) {
            return baseId;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(baseId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
