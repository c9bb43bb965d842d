// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.propagation.TraceContext;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A place in the tree of a trace, taken on one thread to go on from on another: what carriers of context between threads
 * keep. Immutable, and of use as long as somebody holds it, also after its request has ended.
 *
 * <pre>{@code
 * TracePosition position = TracePosition.current();
 * if (position != null) {
 *     executor.execute(() -> position.run(() -> work()));
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class TracePosition {

    final ActiveTrace trace;
    final @Nullable Recorder recorder;
    final @Nullable RecordedSpan span;

    /**
     * @param recorder of the thread that it was taken from, null if it is no thread's place
     * @param span the one that what goes on here is below, null above the first one
     */
    TracePosition(ActiveTrace trace, @Nullable Recorder recorder, @Nullable RecordedSpan span) {
        this.trace = trace;
        this.recorder = recorder;
        this.span = span;
    }

    /**
     * Where the present thread is.
     *
     * @return null outside of a profiled request
     */
    public static @Nullable TracePosition current() {
        try {
            Recorder recorder = CurrentRecorder.get();
            return recorder == null ? null : recorder.position();
        } catch (Throwable fault) {
            Faults.report(fault);
            return null;
        }
    }

    /**
     * Makes the present thread go on from a position, whichever thread it was taken on. What the thread recorded before is
     * handed over to be stored. Never throws.
     *
     * @param position null to record nothing any more
     */
    public static void set(@Nullable TracePosition position) {
        try {
            CurrentRecorder.replace(recorder(position, CurrentRecorder::at));
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    /**
     * Gives the present thread back as it was. A virtual thread that was in the trace of the thread that made it, and of which
     * the request has ended meanwhile, is in none any more. Never throws.
     *
     * @param before what {@link #current()} said on this thread; null if it recorded nothing
     */
    public static void restore(@Nullable TracePosition before) {
        try {
            CurrentRecorder.replace(recorder(before, CurrentRecorder::backAt));
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    /** Where a thread cannot go on, it goes on nowhere, which is better than where it was. */
    private static @Nullable Recorder recorder(
            @Nullable TracePosition position, Function<TracePosition, Recorder> finder) {
        try {
            return position == null ? null : finder.apply(position);
        } catch (Throwable fault) {
            Faults.report(fault);
            return null;
        }
    }

    /**
     * Below a span, wherever it was started and whether or not it has ended.
     *
     * @param span of this profiler
     * @return null if the span records nothing
     */
    public static @Nullable TracePosition below(Span span) {
        return span instanceof RecordedSpan recorded ? new TracePosition(recorded.trace, null, recorded) : null;
    }

    /**
     * Does something here, and gives the thread back as it was.
     *
     * @param action what is done
     */
    public void run(Runnable action) {
        TracePosition before = current();
        set(this);
        try {
            action.run();
        } finally {
            restore(before);
        }
    }

    /**
     * Does something here, and gives the thread back as it was.
     *
     * @param <T> what it returns
     * @param action what is done
     * @return what it returned
     * @throws Exception what it threw
     */
    public <T extends @Nullable Object> T call(Callable<T> action) throws Exception {
        TracePosition before = current();
        set(this);
        try {
            return action.call();
        } finally {
            restore(before);
        }
    }

    /**
     * Whether what goes on here is inside a span, directly or not.
     *
     * @param outer of this profiler
     * @return false if the span records nothing
     */
    public boolean isBelow(Span outer) {
        for (RecordedSpan open = span; open != null; open = open.parent) {
            if (open == outer) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether what goes on here is inside the span that another place is in, directly or not.
     *
     * @param outer the other place
     * @return false if that is above the first span
     */
    public boolean isBelow(TracePosition outer) {
        return outer.span != null && isBelow(outer.span);
    }

    /** {@return the span around all others that this place is in; null above the first one} */
    public @Nullable Span outermost() {
        return span == null ? null : span.topmost();
    }

    /**
     * Starts a span here, on whichever thread this is called. It becomes no thread's current span: for work of which the
     * beginning, the end and what is between them are told one by one. Never throws.
     *
     * @param name kind of the span; '-' becomes '_', because OSprofiler cuts names there
     * @param info as for {@link Profiler#start(String, Map)}
     * @return to be stopped once, on any thread; {@link Span#NOOP} if no more may be recorded
     */
    public Span start(String name, Map<String, ? extends @Nullable Object> info) {
        try {
            return start(trace.template(name), () -> trace.info(info));
        } catch (Throwable fault) {
            Faults.report(fault);
            return Span.NOOP;
        }
    }

    /**
     * The same for work that began before.
     *
     * @param name kind of the span, as above
     * @param info as for {@link Profiler#start(String, Map)}
     * @param nanoTime {@link System#nanoTime()} when it began
     * @return to be stopped once, on any thread; {@link Span#NOOP} if no more may be recorded
     */
    public Span startedAt(String name, Map<String, ? extends @Nullable Object> info, long nanoTime) {
        try {
            return startedAt(trace.template(name), () -> trace.info(info), nanoTime);
        } catch (Throwable fault) {
            Faults.report(fault);
            return Span.NOOP;
        }
    }

    Span start(SpanTemplate template, Supplier<Info> info) {
        Recorder present = CurrentRecorder.of(trace);
        return present == null
                ? LonePoints.start(trace, span, template, info)
                : present.startBelow(span, template, info);
    }

    Span startedAt(SpanTemplate template, Supplier<Info> info, long nanoTime) {
        long elapsedNanos = trace.clock.elapsedNanosAt(nanoTime);
        Recorder present = CurrentRecorder.of(trace);
        return present == null
                ? LonePoints.startedAt(elapsedNanos, trace, span, template, info)
                : present.startedAt(elapsedNanos, span, template, info);
    }

    /** {@return what to send downstream, so that the next spans are here} */
    public TraceContext context() {
        return span == null ? trace.context : trace.context.below(span.id());
    }
}
