// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

/**
 * The time in which a thread is profiled. Closing it gives the thread back as it was, and hands over what the thread
 * has recorded. Spans that were started in it may still be stopped afterwards, on any thread.
 *
 * @since 0.1
 */
public interface ProfiledScope extends AutoCloseable {

    /** Ends nothing. */
    ProfiledScope NOOP = new NoopScope();

    /** Ends nothing, because the profiler failed to begin. */
    ProfiledScope FAILED = new NoopScope();

    /**
     * Goes on in the same trace, below the span that was current when this scope was closed; for a request that continues
     * on another thread.
     *
     * @return to be closed on the thread that calls this
     */
    ProfiledScope resume();

    /**
     * Tells that {@link #end()} will be called, as no span is around the request: threads are looked at until then, and not only to
     * the end of its first span. Never throws.
     */
    default void endsLater() {}

    /** Tells that the request has ended, on whichever thread: nobody looks at its threads any more. Never throws. */
    default void end() {}

    /**
     * To be called once, on the thread that opened the scope. Closed on another thread, it ends when its own thread looks
     * next, and a warning says so.
     */
    @Override
    void close();
}
