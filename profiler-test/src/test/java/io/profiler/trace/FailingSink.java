// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.point.TracePointChunk;
import io.profiler.point.TracePointSink;

/** A sink that cannot even start its thread. */
final class FailingSink implements TracePointSink {

    @Override
    public boolean offer(TracePointChunk chunk) {
        throw new OutOfMemoryError("unable to create native thread");
    }

    @Override
    public void ready() {
        throw new IllegalStateException();
    }

    @Override
    public void drop(TracePointChunk refused, int points) {
        throw new IllegalStateException();
    }
}
