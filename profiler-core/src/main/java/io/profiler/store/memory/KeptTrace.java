// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.memory;

import io.profiler.point.TracePoint;
import io.profiler.store.backend.PointKey;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The points of a trace, each once. Not thread-safe. */
final class KeptTrace {

    private final Map<String, TracePoint> points = new LinkedHashMap<>();
    private Instant written = Instant.MIN;
    private long characters;
    private @Nullable String lastError;

    boolean has(TracePoint point) {
        return points.containsKey(PointKey.of(point));
    }

    void add(TracePoint point, long itsCharacters, Instant now) {
        points.put(PointKey.of(point), point);
        characters += itsCharacters;
        written = now;
    }

    void failed(String timestamp) {
        lastError = timestamp;
    }

    /** When the last of its spans failed whose errors are indexed; null if none did. */
    @Nullable
    String lastError() {
        return lastError;
    }

    Collection<TracePoint> points() {
        return points.values();
    }

    int size() {
        return points.size();
    }

    long characters() {
        return characters;
    }

    boolean isBefore(Instant cutoff) {
        return !written.isAfter(cutoff);
    }
}
