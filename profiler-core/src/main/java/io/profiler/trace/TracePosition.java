// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import org.jspecify.annotations.Nullable;

/**
 * A place in the tree of a trace, taken on one thread to go on from on another: what carriers of context between threads
 * keep. Immutable, and of use as long as somebody holds it, also after its request has ended.
 *
 * <pre>{@code
 * TracePosition position = TracePosition.current();
 * executor.execute(() -> {
 *     TracePosition before = TracePosition.current();
 *     TracePosition.set(position);
 *     try {
 *         work();
 *     } finally {
 *         TracePosition.set(before);
 *     }
 * });
 * }</pre>
 *
 * @since 0.1
 */
public final class TracePosition {

    private final Recorder recorder;
    private final @Nullable RecordedSpan span;

    /**
     * @param recorder the recorder of the thread it was taken from
     * @param span the span that was current there, null above the first one
     */
    TracePosition(Recorder recorder, @Nullable RecordedSpan span) {
        this.recorder = recorder;
        this.span = span;
    }

    /**
     * Where the present thread is.
     *
     * @return null outside of a profiled request
     */
    public static @Nullable TracePosition current() {
        Recorder recorder = Recorder.current();
        return recorder == null ? null : recorder.position();
    }

    /**
     * Makes the present thread go on from a position, whichever thread it was taken on. What the thread recorded before is
     * handed over to be stored.
     *
     * @param position null to record nothing any more
     */
    public static void set(@Nullable TracePosition position) {
        Recorder.replace(position == null ? null : Recorder.at(position));
    }

    Recorder recorder() {
        return recorder;
    }

    @Nullable
    RecordedSpan span() {
        return span;
    }
}
