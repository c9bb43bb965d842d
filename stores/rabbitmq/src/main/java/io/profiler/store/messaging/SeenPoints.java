// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import io.profiler.point.TracePoint;
import io.profiler.store.backend.PointKey;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells points that come twice, as those of a batch that was sent again: soon after the first time. Of more than it keeps,
 * the oldest are forgotten, so that a queue of any length is read in bounded memory. Not thread-safe.
 */
final class SeenPoints {

    private static final int MOST = 100_000;

    private final Map<String, Boolean> keys = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    };

    /** Whether it was not there before. */
    boolean add(TracePoint point) {
        return keys.putIfAbsent(PointKey.of(point), true) == null;
    }
}
