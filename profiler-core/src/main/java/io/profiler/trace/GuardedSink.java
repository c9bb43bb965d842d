// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePointChunk;
import io.profiler.point.TracePointSink;
import org.slf4j.LoggerFactory;

/** Keeps what a sink throws away from the profiled request. Errors count, too: a thread may not be had. */
final class GuardedSink implements TracePointSink {

    private static final OccasionalLog log = new OccasionalLog(LoggerFactory.getLogger(Profiler.class));

    private final TracePointSink sink;

    GuardedSink(TracePointSink sink) {
        this.sink = sink;
    }

    @Override
    public boolean offer(TracePointChunk chunk) {
        try {
            return sink.offer(chunk);
        } catch (RuntimeException | Error fault) {
            log.warn("Trace points are lost", fault);
            return false;
        }
    }

    @Override
    public boolean offerEnd(TracePointChunk chunk) {
        try {
            return sink.offerEnd(chunk);
        } catch (RuntimeException | Error fault) {
            log.warn("The end of a request is lost", fault);
            return false;
        }
    }

    @Override
    public void ready() {
        try {
            sink.ready();
        } catch (RuntimeException | Error fault) {
            log.warn("Trace points wait for the next flush", fault);
        }
    }

    @Override
    public void dropOverLimit(int points) {
        try {
            sink.dropOverLimit(points);
        } catch (RuntimeException | Error fault) {
            log.warn("Trace points that are not made are not counted", fault);
        }
    }

    @Override
    public void drop(TracePointChunk refused, int points) {
        try {
            sink.drop(refused, points);
        } catch (RuntimeException | Error fault) {
            log.warn("Lost trace points are not counted", fault);
        }
    }
}
