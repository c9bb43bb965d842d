// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.trace.sample.Looks;
import io.profiler.trace.sample.SampledThread;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which span was the current one of a thread, and from when on: for requests that are sampled,
 * or whose calls the JVM tells. Written by the recorder's
 * thread, and read by another.
 */
final class Timeline {

    private static final VarHandle SIZE;

    static {
        try {
            SIZE = MethodHandles.lookup().findVarHandle(Timeline.class, "size", int.class);
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

    private final @Nullable Looks looks;
    private final boolean evenIfNobodyLooks;
    private final @Nullable JvmWitness witness;
    private long[] times = new long[FIRST_CAPACITY];
    private @Nullable RecordedSpan[] spans = new RecordedSpan[FIRST_CAPACITY];
    private Way[] ways = new Way[FIRST_CAPACITY];
    private @Nullable SampledThread thread;
    private boolean isEntered;

    @SuppressWarnings("unused")
    private int size;

    /**
     * @param looks at the thread, null for none
     * @param evenIfNobodyLooks whether it is wanted even when these are over
     */
    Timeline(@Nullable Looks looks, boolean evenIfNobodyLooks) {
        this(looks, evenIfNobodyLooks, null);
    }

    /**
     * @param witness who wants it as well, as long as he is open
     */
    Timeline(@Nullable Looks looks, boolean evenIfNobodyLooks, @Nullable JvmWitness witness) {
        this.looks = looks;
        this.evenIfNobodyLooks = evenIfNobodyLooks;
        this.witness = witness;
    }

    private boolean isOver() {
        return !evenIfNobodyLooks && (looks == null || looks.isOver()) && (witness == null || !witness.isOpen());
    }

    /** The recorder is its thread's from now on. */
    void enter(@Nullable RecordedSpan span) {
        if (isOver()) {
            return;
        }
        if (thread != null) {
            leave();
        }
        add(span, Way.PLACED);
        isEntered = true;
        if (looks != null) {
            thread = looks.enter(this);
        }
    }

    void leave() {
        add(null, Way.GONE);
        isEntered = false;
        if (thread != null) {
            thread.leave();
            thread = null;
        }
    }

    /** The thread is told to go on somewhere else. */
    void move(@Nullable RecordedSpan place) {
        if (isEntered) {
            add(place, Way.PLACED);
        }
    }

    /** What the last span is around is a lambda. */
    void markLambda() {
        int last = size - 1;
        if (last >= 0 && ways[last] == Way.STARTED) {
            ways[last] = Way.STARTED_LAMBDA;
        }
    }

    void add(@Nullable RecordedSpan span, Way way) {
        add(span, way, System.nanoTime());
    }

    void add(@Nullable RecordedSpan span, Way way, long nanoTime) {
        int index = size;
        if (isOver() || index == MOST) {
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
