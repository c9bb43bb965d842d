// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.point.TracePoint;
import io.profiler.point.TracePointChunk;
import java.util.Map;

/** Its points say which they are. */
final class NumberedChunk implements TracePointChunk {

    private final int firstNumber;
    private final int capacity;
    private volatile int published;
    private volatile boolean abandoned;

    NumberedChunk(int firstNumber, int capacity) {
        this.firstNumber = firstNumber;
        this.capacity = capacity;
    }

    /** The next one; only ever called by one thread. */
    void publish() {
        published = published + 1;
    }

    void abandon() {
        abandoned = true;
    }

    @Override
    public String baseId() {
        return "base";
    }

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public long bytes() {
        return capacity;
    }

    @Override
    public int published() {
        return published;
    }

    @Override
    public boolean isClosed() {
        return abandoned || published == capacity;
    }

    @Override
    public TracePoint point(int index) {
        return new TracePoint(String.valueOf(firstNumber + index), "base", "id", "base", "", Map.of(), null, null);
    }
}
