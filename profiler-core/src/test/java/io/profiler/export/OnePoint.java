// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.point.TracePoint;
import io.profiler.point.TracePointChunk;
import java.util.Map;

/** A chunk that is full from the beginning. */
public class OnePoint implements TracePointChunk {

    private final String baseId;

    public OnePoint(String baseId) {
        this.baseId = baseId;
    }

    @Override
    public String baseId() {
        return baseId;
    }

    @Override
    public int capacity() {
        return 1;
    }

    @Override
    public long bytes() {
        return 0;
    }

    @Override
    public int published() {
        return 1;
    }

    @Override
    public boolean isClosed() {
        return true;
    }

    @Override
    public TracePoint point(int index) {
        return new TracePoint("a-start", baseId, "id", baseId, "2026-01-31T12:00:00.000000", Map.of(), "p", "s");
    }
}
