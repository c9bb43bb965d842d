// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.flight;

import io.profiler.trace.ProfiledScope;
import io.profiler.trace.UnaskedTrace;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that is recorded, until it is kept or forgotten; whatever comes first counts. Thread-safe.
 *
 * @since 0.1
 */
public final class Flight {

    private final FlightRecorder recorder;
    private final HeldPoints held;
    private final UnaskedTrace trace;

    Flight(FlightRecorder recorder, HeldPoints held, UnaskedTrace trace) {
        this.recorder = recorder;
        this.held = held;
        this.trace = trace;
    }

    /** {@return the id of the trace, if it becomes one} */
    public String traceId() {
        return trace.id();
    }

    /** {@return a scope in which the present thread records the request} */
    public ProfiledScope open() {
        return trace.open();
    }

    /** Gives up a request that no thread works for, if those that have one may need its room. */
    public void giveWay() {
        if (recorder.room().isHalfFull() && held.close()) {
            trace.close();
            recorder.miss(Missed.WAITING);
        }
    }

    /** {@return whether it is recorded still} */
    public boolean isHeld() {
        return held.areHeld();
    }

    /** Lets go of it. */
    public void forget() {
        if (held.close()) {
            trace.close();
        }
    }

    /**
     * Hands it over to be stored.
     *
     * @param nanoTime {@link System#nanoTime()} when it ended
     * @param start what the start of its span says
     * @param error what it failed with; null if it did not
     * @param stop what the stop of its span says
     */
    public void keep(
            long nanoTime,
            Map<String, ? extends @Nullable Object> start,
            @Nullable Throwable error,
            Map<String, ? extends @Nullable Object> stop) {
        if (held.pass()) {
            trace.end(nanoTime, start, error, stop);
        }
    }
}
