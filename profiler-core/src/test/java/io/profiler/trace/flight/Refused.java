// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.flight;

import io.profiler.point.PointFate;
import io.profiler.point.TracePoint;
import io.profiler.point.TracePointChunk;

/** An empty chunk for which there was no room. */
record Refused(Runnable told) implements TracePointChunk {

    @Override
    public void settled(PointFate fate, int points) {
        told.run();
    }

    @Override
    public String baseId() {
        return "base";
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
        return 0;
    }

    @Override
    public boolean isClosed() {
        return true;
    }

    @Override
    public TracePoint point(int index) {
        throw new IndexOutOfBoundsException(index);
    }
}
