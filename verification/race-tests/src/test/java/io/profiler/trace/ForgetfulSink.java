// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.point.TracePointChunk;
import io.profiler.point.TracePointSink;
import java.util.concurrent.atomic.AtomicInteger;

/** Has room for everything, and remembers how much came. */
final class ForgetfulSink implements TracePointSink {

    private final AtomicInteger chunks = new AtomicInteger();

    @Override
    public boolean offer(TracePointChunk chunk) {
        chunks.incrementAndGet();
        return true;
    }

    @Override
    public void ready() {}

    @Override
    public void drop(TracePointChunk refused, int points) {}

    int chunks() {
        return chunks.get();
    }
}
