// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work whose time is taken, from {@link Profiler#start} until the first of the {@code stop} methods.
 *
 * <p>Its identity never changes. It may be stopped on another thread than the one that started it, and is stopped once:
 * later calls do nothing.
 *
 * @since 0.1
 */
public interface Span extends AutoCloseable {

    /** Records nothing. */
    Span NOOP = new NoopSpan();

    /** Ends the span. */
    void stop();

    /**
     * Ends the span.
     *
     * @param info what is known at the end; see {@link Profiler#start(String, Map)} for what it may hold
     */
    default void stop(Map<String, ? extends @Nullable Object> info) {
        stop(null, info);
    }

    /**
     * Ends the span as failed, with the error's type and message; without an error, as {@link #stop()} does.
     *
     * @param error what the work ended with; null if it did not fail
     */
    default void stop(@Nullable Throwable error) {
        stop(error, Map.of());
    }

    /**
     * Ends the span as failed, with the error's type and message; without an error, as the others do.
     *
     * @param info what else is known at the end; see {@link Profiler#start(String, Map)} for what it may hold
     * @param error what the work ended with; null if it did not fail
     */
    void stop(@Nullable Throwable error, Map<String, ? extends @Nullable Object> info);

    /**
     * Ends the span at a time that is past already: for who has to find out first what is known at its end.
     *
     * @param nanoTime {@link System#nanoTime()} when the work ended
     * @param error what it ended with, null if it did not fail
     * @param info what else is known at the end; see {@link Profiler#start(String, Map)} for what it may hold
     */
    void stopAt(long nanoTime, @Nullable Throwable error, Map<String, ? extends @Nullable Object> info);

    /**
     * Makes the span above the current one again, without ending this one: for work that goes on elsewhere when the
     * method that started it returns. To be called on the thread that started the span.
     */
    void detach();

    /** The same as {@link #stop()}. */
    @Override
    default void close() {
        stop();
    }
}
