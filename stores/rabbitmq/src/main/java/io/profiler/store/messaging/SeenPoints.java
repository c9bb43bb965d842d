// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import io.profiler.point.TracePoint;
import io.profiler.store.backend.PointKey;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Tells points that come twice, as those of a batch that was sent again: soon after the first time. Of more than it keeps,
 * the oldest are forgotten, so that a queue of any length is read in bounded memory. Not thread-safe.
 */
final class SeenPoints {

    private static final int MOST = 100_000;

    /** Of a longer key its digest is kept. */
    private static final int LONGEST_KEY = 200;

    private final Map<String, Boolean> keys = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    };

    /** Whether it was not there before. */
    boolean add(TracePoint point) {
        return keys.putIfAbsent(shortened(PointKey.of(point)), true) == null;
    }

    private static String shortened(String key) {
        return key.length() <= LONGEST_KEY
                ? key
                : UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
