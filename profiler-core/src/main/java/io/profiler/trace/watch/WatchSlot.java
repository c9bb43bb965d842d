// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.watch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Place of a request that is under way: since when, and on which thread. Used by one request after the other.
 *
 * @since 0.1
 */
public final class WatchSlot {

    private static final VarHandle STATE;
    private static final VarHandle BEGAN;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            STATE = lookup.findVarHandle(WatchSlot.class, "state", Object.class);
            BEGAN = lookup.findVarHandle(WatchSlot.class, "beganNanos", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** Taken, but not yet filled. */
    private static final Object TAKEN = new Object();

    /** Null if it is free, a thread while a request is watched, and a sighting once that was found to be slow. */
    @SuppressWarnings("unused")
    private @Nullable Object state;

    @SuppressWarnings("unused")
    private long beganNanos;

    WatchSlot() {}

    /** False if another request has it. */
    boolean take(Thread thread, long nanoTime) {
        if (STATE.getOpaque(this) != null || !STATE.compareAndSet(this, null, TAKEN)) {
            return false;
        }
        BEGAN.setOpaque(this, nanoTime);
        STATE.setRelease(this, thread);
        return true;
    }

    /**
     * Gives the place back, since the thread does something else from now on. On the thread of the request.
     *
     * @return what was seen of the request; null if it was not found to be slow
     */
    public @Nullable Sighting end() {
        Object last = STATE.getAndSet(this, null);
        return last instanceof Sighting sighting ? sighting : null;
    }

    /** What is seen of a request that was not seen before and is slow. */
    @Nullable
    Sighting sight(long nowNanos, long thresholdNanos) {
        if (!(STATE.getAcquire(this) instanceof Thread thread) || !isSlow(nowNanos, thresholdNanos)) {
            return null;
        }
        Sighting sighting = new Sighting(thread, nowNanos);
        if (!STATE.compareAndSet(this, thread, sighting)) {
            return null;
        }
        if (isSlow(nowNanos, thresholdNanos)) {
            return sighting;
        }
        STATE.compareAndSet(this, sighting, thread);
        return null;
    }

    /** Sure only while the state cannot change: the thread may have gone on to its next request meanwhile. */
    private boolean isSlow(long nowNanos, long thresholdNanos) {
        return nowNanos - (long) BEGAN.getOpaque(this) >= thresholdNanos;
    }
}
