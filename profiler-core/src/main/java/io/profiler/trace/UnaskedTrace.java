// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The trace of a request that is recorded though nobody asked for it. What is said of the request itself takes longest to
 * describe, and is told at its end, if anybody still wants to know. Thread-safe; no method throws.
 *
 * <ol>
 *   <li>{@link #open()} on the thread that serves the request; the scope is left and resumed as any other;
 *   <li>{@link #end} when it has ended, or {@link #close()} if it is to be forgotten.
 * </ol>
 *
 * @since 0.1
 */
public final class UnaskedTrace {

    private final ActiveTrace trace;
    private final TraceBudget budget;
    private final RecordedSpan top;

    UnaskedTrace(ActiveTrace trace, TraceBudget budget, String name) {
        this.trace = trace;
        this.budget = budget;
        this.top = new RecordedSpan(
                trace,
                null,
                trace.template(name),
                Info.NONE,
                ThreadLocalRandom.current().nextLong());
    }

    /** {@return its id} */
    public String id() {
        return trace.context.baseId();
    }

    /** {@return a scope in which the present thread records the request, below its span} */
    public ProfiledScope open() {
        try {
            return RecorderScope.of(new Recorder(trace, top));
        } catch (Throwable fault) {
            Faults.report(fault);
            return ProfiledScope.FAILED;
        }
    }

    /**
     * Tells of the request itself. Does so once.
     *
     * @param nanoTime {@link System#nanoTime()} when it ended
     * @param start what the start of its span says
     * @param error what it failed with; null if it did not
     * @param stop what the stop of its span says
     */
    public void end(
            long nanoTime,
            Map<String, ? extends @Nullable Object> start,
            @Nullable Throwable error,
            Map<String, ? extends @Nullable Object> stop) {
        try {
            findRoom();
            RecordedSpan told = top.saying(trace.info(start));
            LonePoints.begin(told, 0);
            told.stopAt(nanoTime, error, stop);
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    /** Begins no more spans, on whichever threads. */
    public void close() {
        budget.spans().close();
    }

    /** Whatever the application said of spans inside it: for the start, and for the stop with its error. */
    private void findRoom() {
        budget.text().giveBack(3L * budget.infoLength());
    }
}
