// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.flight;

import io.profiler.point.TracePointSink;
import io.profiler.trace.UnaskedTrace;
import io.profiler.trace.UnaskedTraces;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Records requests on the heap, and no more of them than the limits say. One that finds no room is not recorded, or not as a
 * whole, which its manifest says; it is counted in any case. Thread-safe.
 *
 * @since 0.1
 */
public final class FlightRecorder {

    private final UnaskedTraces traces;
    private final FlightLimits limits;
    private final FlightRoom room;
    private final LongAdder recorded = new LongAdder();
    private final MissedRequests missed = new MissedRequests();

    /**
     * Holds nothing yet.
     *
     * @param traces makes the traces, and has the place where those go that are kept
     * @param limits of what is held
     */
    public FlightRecorder(UnaskedTraces traces, FlightLimits limits) {
        this.traces = traces;
        this.limits = limits;
        this.room = new FlightRoom(limits.bytes());
    }

    /**
     * Begins to record a request.
     *
     * @param name kind of its span
     * @param beganNanos {@link System#nanoTime()} when it began
     * @return to be kept or forgotten at its end; null if there is no room
     */
    public @Nullable Flight begin(String name, long beganNanos) {
        if (!room.take(HeldPoints.FIRST_BYTES)) {
            missed.add(Missed.MEMORY);
            return null;
        }
        HeldPoints held = new HeldPoints(this);
        try {
            UnaskedTrace trace =
                    traces.begin(name, beganNanos, held, limits.spansPerRequest(), limits.bytesPerRequest());
            recorded.increment();
            return new Flight(this, held, trace);
        } catch (Throwable fault) {
            held.close();
            throw fault;
        }
    }

    /** {@return how many requests were recorded, as a whole or not} */
    public long recorded() {
        return recorded.sum();
    }

    /** {@return how many bytes those under way hold, roughly} */
    public long heldBytes() {
        return room.taken();
    }

    /**
     * {@return how many requests were missed}
     *
     * @param reason why
     */
    public long missed(Missed reason) {
        return missed.count(reason);
    }

    void miss(Missed reason) {
        missed.add(reason);
    }

    TracePointSink sink() {
        return traces.sink();
    }

    FlightRoom room() {
        return room;
    }

    FlightLimits limits() {
        return limits;
    }
}
