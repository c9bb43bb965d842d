// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.point.TracePointSink;
import io.profiler.propagation.TraceContext;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way into the profiler for an application that adds trace points of its own.
 *
 * <p>Outside of a profiled request every method does nothing and costs one look at a thread-local. Inside, a span may
 * be written in each of these ways:
 *
 * <pre>{@code
 * Span span = profiler.start("cache");             // start and stop
 * ...
 * span.stop();
 *
 * try (Span span = profiler.start("cache")) {      // a block
 *     ...
 * }
 *
 * Order order = profiler.trace("pricing", () -> price(cart));   // a lambda; an exception is recorded
 *
 * @Traced("pricing")                               // a method of a Spring bean, or every one of its class
 * Order price(Cart cart) { ... }
 * }</pre>
 *
 * <p>Thread-safe. No method throws because of the profiler, whatever it is given: a missing name or info is no fault, and
 * a value whose own {@code toString} throws is named as such.
 *
 * @since 0.1
 */
public interface Profiler {

    /** Profiles nothing. */
    Profiler NOOP = new NoopProfiler();

    /**
     * Makes a profiler.
     *
     * @param sink where trace points go
     * @param origin what is said about this service in each of them
     * @param capture how arguments become text
     * @return a profiler for all threads of the service
     */
    static Profiler create(TracePointSink sink, Origin origin, ArgumentCapture capture) {
        return create(sink, origin, capture, TraceLimits.defaults());
    }

    /**
     * Makes a profiler.
     *
     * @param sink where trace points go
     * @param origin what is said about this service in each of them
     * @param capture how arguments become text
     * @param limits how much is recorded of a trace
     * @return a profiler for all threads of the service
     */
    static Profiler create(TracePointSink sink, Origin origin, ArgumentCapture capture, TraceLimits limits) {
        return create(sink, origin, capture, limits, Insight.NONE);
    }

    /**
     * Makes a profiler.
     *
     * @param sink where trace points go
     * @param origin what is said about this service in each of them
     * @param capture how arguments become text
     * @param limits how much is recorded of a trace
     * @param insight what is found out about spans besides their times
     * @return a profiler for all threads of the service
     */
    static Profiler create(
            TracePointSink sink, Origin origin, ArgumentCapture capture, TraceLimits limits, Insight insight) {
        return new DefaultProfiler(sink, origin, capture, limits, insight);
    }

    /**
     * Action that a span is put around.
     *
     * @param <T> what it returns
     * @param <E> what it may throw
     */
    @FunctionalInterface
    interface Action<T extends @Nullable Object, E extends Exception> {
        /**
         * Does it.
         *
         * @return what it is done for
         * @throws E if it fails
         */
        T run() throws E;
    }

    /**
     * Action without a result that a span is put around.
     *
     * @param <E> what it may throw
     */
    @FunctionalInterface
    interface VoidAction<E extends Exception> {
        /**
         * Does it.
         *
         * @throws E if it fails
         */
        void run() throws E;
    }

    /**
     * Profiles what this thread does from now on, as the headers of a request ask for; {@link ProfiledScope#NOOP} if
     * as much of this trace is recorded already as the limits say, and {@link ProfiledScope#FAILED} if that fails.
     *
     * @param context what the headers say, once they are verified
     * @return to be closed on the same thread when it is done with the request, whatever happened
     */
    ProfiledScope open(TraceContext context);

    /**
     * Starts a span below the current one; does nothing unless this thread is profiled.
     *
     * @param name kind of the span; '-' becomes '_', because OSprofiler cuts names there
     * @return to be stopped once, on any thread
     */
    default Span start(String name) {
        return start(name, Map.of());
    }

    /**
     * Starts a span below the current one; does nothing unless this thread is profiled.
     *
     * @param name kind of the span; '-' becomes '_', because OSprofiler cuts names there
     * @param info what is known at the start. Texts, numbers, booleans, maps and lists of them are kept, anything
     *     else becomes text; without what is secret by its name or by its look
     * @return to be stopped once, on any thread
     */
    Span start(String name, Map<String, ? extends @Nullable Object> info);

    /**
     * Puts a span around an action and records the exception it ends with.
     *
     * @param <T> what the action returns
     * @param <E> what it may throw
     * @param name kind of the span
     * @param action what is profiled
     * @return what the action returned
     * @throws E what the action threw
     */
    default <T extends @Nullable Object, E extends Exception> T trace(String name, Action<T, E> action) throws E {
        Span span = Sampling.aroundLambda(start(name));
        try {
            T result = action.run();
            span.stop();
            return result;
        } catch (Throwable error) {
            span.stop(error);
            throw error;
        }
    }

    /**
     * Puts a span around an action and records the exception it ends with.
     *
     * @param <E> what it may throw
     * @param name kind of the span
     * @param action what is profiled
     * @throws E what the action threw
     */
    default <E extends Exception> void trace(String name, VoidAction<E> action) throws E {
        Span span = Sampling.aroundLambda(start(name));
        try {
            action.run();
            span.stop();
        } catch (Throwable error) {
            span.stop(error);
            throw error;
        }
    }

    /**
     * {@return what to send downstream, so that the next spans are below the current one; empty if not profiled, or recorded though
     * nobody asked for it}
     */
    Optional<TraceContext> context();
}
