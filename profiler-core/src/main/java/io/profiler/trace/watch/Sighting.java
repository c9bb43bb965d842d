// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.watch;

import io.profiler.trace.sample.Looks;
import io.profiler.trace.sample.SampledThread;
import org.jspecify.annotations.Nullable;

/**
 * A request that was found to be slow while it ran, and perhaps looks at its thread. Thread-safe.
 *
 * @since 0.1
 */
public final class Sighting {

    private final long seenNanos;
    private @Nullable Thread worker;
    private @Nullable Looks looks;
    private @Nullable SampledThread sampled;
    private boolean ended;

    Sighting(Thread worker, long nowNanos) {
        this.worker = worker;
        this.seenNanos = nowNanos;
    }

    /** Has whichever thread works for the request looked at from now on. */
    synchronized void lookBy(Looks begun) {
        if (ended) {
            begun.end();
            return;
        }
        looks = begun;
        lookAt(worker);
    }

    private void lookAt(@Nullable Thread thread) {
        sampled = looks == null || thread == null ? null : looks.enter(this, thread);
    }

    /** Tells that the present thread works for the request. */
    public synchronized void enter() {
        leave();
        worker = Thread.currentThread();
        lookAt(worker);
    }

    /** Tells that no thread works for the request, which goes on. */
    public synchronized void leave() {
        worker = null;
        if (sampled != null) {
            sampled.leave();
            sampled = null;
        }
    }

    /** False if nobody need look any more. */
    synchronized boolean goesOn(long nowNanos, long mostNanos) {
        if (!ended && nowNanos - seenNanos > mostNanos && looks != null) {
            looks.end();
            return false;
        }
        return !ended;
    }

    /**
     * Tells that the request has ended.
     *
     * @return what was seen; null if nobody looked
     */
    public synchronized @Nullable Looks end() {
        ended = true;
        leave();
        if (looks != null) {
            looks.end();
        }
        return looks;
    }
}
