// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Work that says the same of itself each time, for those who trace a library: what it says is looked through for secrets
 * once, and not span by span.
 *
 * <pre>{@code
 * private static final TracedWork COMMIT = TracedWork.of("db.commit", Map.of());
 *
 * Span span = COMMIT.start();
 * }</pre>
 *
 * <p>Thread-safe. Never throws.
 *
 * @since 0.1
 */
public final class TracedWork {

    private final String name;
    private final Map<String, ? extends @Nullable Object> info;
    private volatile @Nullable PreparedStart prepared;

    private TracedWork(String name, Map<String, ? extends @Nullable Object> info) {
        this.name = name;
        this.info = info;
    }

    /**
     * Describes the work.
     *
     * @param name of its spans; '-' becomes '_', because OSprofiler cuts names there
     * @param info as for {@link Profiler#start(String, Map)}; not to be changed afterwards
     * @return work of which spans can be started
     */
    public static TracedWork of(String name, Map<String, ? extends @Nullable Object> info) {
        return new TracedWork(name, info);
    }

    /**
     * Starts a span below the current one, which becomes the current one.
     *
     * @return to be stopped once; {@link Span#NOOP} if this thread is not profiled
     */
    public Span start() {
        Recorder recorder = CurrentRecorder.get();
        return recorder == null ? Span.NOOP : start(recorder);
    }

    private Span start(Recorder recorder) {
        try {
            PreparedStart known = prepared(recorder.trace);
            return recorder.admit(known.template)
                    ? recorder.start(known.template, known.info(recorder.trace))
                    : Span.NOOP;
        } catch (Throwable fault) {
            Faults.report(fault);
            return Span.NOOP;
        }
    }

    /**
     * Starts a span for work that began before it was known to be worth one, as when it took longer than it should. It is below the
     * current span, and does not become the current one.
     *
     * @param nanoTime {@link System#nanoTime()} when the work began
     * @return to be stopped once; {@link Span#NOOP} if this thread is not profiled
     */
    public Span startedAt(long nanoTime) {
        TracePosition position = TracePosition.current();
        return position == null ? Span.NOOP : startedAt(position, nanoTime);
    }

    /**
     * Starts a span at a position, on whichever thread this is called, as {@link TracePosition#start(String, Map)} does.
     *
     * @param position taken where the request is known, mostly on another thread
     * @return to be stopped once, on any thread; {@link Span#NOOP} if no more may be recorded
     */
    public Span startAt(TracePosition position) {
        try {
            PreparedStart known = prepared(position.trace);
            return position.start(known.template, () -> known.info(position.trace));
        } catch (Throwable fault) {
            Faults.report(fault);
            return Span.NOOP;
        }
    }

    /**
     * Starts a span at a position, on whichever thread this is called, for work that began before it was known to be worth one.
     *
     * @param position taken where the request is known, mostly on another thread
     * @param nanoTime {@link System#nanoTime()} when the work began
     * @return to be stopped once, on any thread; {@link Span#NOOP} if no more may be recorded
     */
    public Span startedAt(TracePosition position, long nanoTime) {
        try {
            PreparedStart known = prepared(position.trace);
            return position.startedAt(known.template, () -> known.info(position.trace), nanoTime);
        } catch (Throwable fault) {
            Faults.report(fault);
            return Span.NOOP;
        }
    }

    PreparedStart prepared(ActiveTrace trace) {
        PreparedStart known = prepared;
        if (known == null || known.capture != trace.capture) {
            known = new PreparedStart(trace, name, info);
            prepared = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return "TracedWork[" + name + "]";
    }
}
