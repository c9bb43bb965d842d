// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.point.TracePointChunk;
import io.profiler.point.TracePointSink;

/** Takes everything, and forgets it. */
final class NoSink implements TracePointSink {

    @Override
    public boolean offer(TracePointChunk chunk) {
        return true;
    }

    @Override
    public void ready() {}

    @Override
    public void drop(TracePointChunk refused, int points) {}
}
