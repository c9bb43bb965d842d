// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.internal.ThreadCounters;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the JVM had counted for a thread when the spans began that are open on it. A span that ends elsewhere, or after the thread
 * has worked for something else, has no count, unless somebody settles it before. Not thread-safe.
 *
 * @since 0.1
 */
public final class SpanCounters {

    private static final int FIRST_CAPACITY = 8;
    private static final int DEEPEST = 1_024;

    private final ProcessorClock processor = new ProcessorClock();
    private @Nullable RecordedSpan[] spans = new RecordedSpan[FIRST_CAPACITY];
    private long[] bytes = new long[FIRST_CAPACITY];
    private long[] processorNanos = new long[FIRST_CAPACITY];
    private int size;

    SpanCounters() {}

    /**
     * Takes the count of a topmost span that ends later, when the thread has done all that is to be done in it. Of a span inside
     * another the processor time is known at its end alone. Never throws.
     *
     * @param span begun on the present thread
     */
    public static void settle(Span span) {
        if (span instanceof RecordedSpan recorded) {
            Recorder recorder = CurrentRecorder.of(recorded.trace);
            if (recorder != null && recorder.watch != null) {
                recorder.watch.stopped(recorded);
            }
        }
    }

    /**
     * Forgets the count of a span that is settled, since work goes on in it.
     *
     * @param span that has not ended
     */
    public static void forget(Span span) {
        if (span instanceof RecordedSpan recorded) {
            recorded.forgetCount();
        }
    }

    void started(RecordedSpan span) {
        int index = size;
        if (index == DEEPEST) {
            return;
        }
        if (index == spans.length) {
            grow();
        }
        spans[index] = span;
        processorNanos[index] = span.isLayer() ? processor.nanos() : ThreadCounters.UNKNOWN;
        bytes[index] = ThreadCounters.allocatedBytes();
        size = index + 1;
    }

    private void grow() {
        int capacity = 4 * spans.length;
        spans = Arrays.copyOf(spans, capacity);
        bytes = Arrays.copyOf(bytes, capacity);
        processorNanos = Arrays.copyOf(processorNanos, capacity);
    }

    void stopped(RecordedSpan span) {
        int index = indexOf(span);
        if (index < 0) {
            return;
        }
        if (bytes[index] >= 0) {
            long allocated = ThreadCounters.allocatedBytes() - bytes[index];
            long nanos = processorNanos[index];
            span.count(allocated, nanos < 0 ? ThreadCounters.UNKNOWN : processor.nanos() - nanos);
        }
        forgetFrom(index);
    }

    /** The span goes on somewhere else. */
    void detached(RecordedSpan span) {
        int index = indexOf(span);
        if (index >= 0) {
            forgetFrom(index);
        }
    }

    /** The thread does something else from now on. */
    void forget() {
        forgetFrom(0);
    }

    private int indexOf(RecordedSpan span) {
        int index = size - 1;
        while (index >= 0 && spans[index] != span) {
            index--;
        }
        return index;
    }

    private void forgetFrom(int index) {
        Arrays.fill(spans, index, size, null);
        size = index;
    }
}
