// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which span was the current one of a thread, and from when on. Written by that thread, which makes it, and read by others. */
final class SpanCourse {

    private static final VarHandle SIZE;

    static {
        try {
            SIZE = MethodHandles.lookup().findVarHandle(SpanCourse.class, "size", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** How a span became the current one. */
    enum Way {
        /** It began, called by what was current before. */
        STARTED,
        /** It began around a lambda that {@link Profiler} calls. */
        STARTED_LAMBDA,
        /** What was inside it has ended. */
        LEFT_TO,
        /** Nothing of it need be on the stack of the thread, which was told to go on here. */
        PLACED,
        /** The thread works for the request no more; there is no span. */
        GONE,
        /** There is no room to say anything more. */
        UNKNOWN
    }

    private static final int FIRST_CAPACITY = 8;
    private static final int MOST = 1 << 16;

    final long threadId = Thread.currentThread().getId();

    private long[] times = new long[FIRST_CAPACITY];
    private @Nullable RecordedSpan[] spans = new RecordedSpan[FIRST_CAPACITY];
    private Way[] ways = new Way[FIRST_CAPACITY];

    @SuppressWarnings("unused")
    private int size;

    void add(@Nullable RecordedSpan span, Way way, long nanoTime) {
        int index = size;
        if (index == MOST) {
            return;
        }
        if (index == times.length) {
            grow();
        }
        times[index] = nanoTime;
        boolean isLast = index == MOST - 1;
        spans[index] = isLast ? null : span;
        ways[index] = isLast ? Way.UNKNOWN : way;
        SIZE.setRelease(this, index + 1);
    }

    private void grow() {
        int capacity = 4 * times.length;
        times = Arrays.copyOf(times, capacity);
        spans = Arrays.copyOf(spans, capacity);
        ways = Arrays.copyOf(ways, capacity);
    }

    /** What the last span is around is a lambda. */
    void markLambda() {
        int last = size - 1;
        if (last >= 0 && ways[last] == Way.STARTED) {
            ways[last] = Way.STARTED_LAMBDA;
        }
    }

    /** Whether there was no room to say everything. */
    boolean isFull() {
        return size() == MOST;
    }

    int size() {
        return (int) SIZE.getAcquire(this);
    }

    long nanos(int index) {
        return times[index];
    }

    @Nullable
    RecordedSpan span(int index) {
        return spans[index];
    }

    Way way(int index) {
        return ways[index];
    }

    /** The last entry of a time, or of one before; -1 if all are later. */
    int at(long nanoTime) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] - nanoTime <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
