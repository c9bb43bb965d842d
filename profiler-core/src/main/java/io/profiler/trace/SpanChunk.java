// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.point.TracePoint;
import io.profiler.point.TracePointChunk;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Starts and stops of spans in the order in which one thread saw them: twelve bytes each until they are read. */
final class SpanChunk implements TracePointChunk {

    private static final VarHandle PUBLISHED;

    static {
        try {
            PUBLISHED = MethodHandles.lookup().findVarHandle(SpanChunk.class, "published", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final RecordedSpan[] spans;

    /** Nanoseconds since the trace was opened; as their complement for a stop. */
    private final long[] times;

    @SuppressWarnings("unused")
    private int published;

    private int size;
    private volatile boolean abandoned;

    SpanChunk(int capacity) {
        this.spans = new RecordedSpan[capacity];
        this.times = new long[capacity];
    }

    /** Hands over the stop of a span that ends on a thread which does not profile its trace. */
    static void recordAlone(RecordedSpan span, long elapsedNanos) {
        SpanChunk chunk = new SpanChunk(1);
        if (span.trace.sink.offer(chunk)) {
            chunk.addStop(span, elapsedNanos);
            span.trace.sink.ready();
        } else {
            span.trace.sink.drop(1);
        }
    }

    void addStart(RecordedSpan span, long elapsedNanos) {
        add(span, elapsedNanos);
    }

    void addStop(RecordedSpan span, long elapsedNanos) {
        add(span, ~elapsedNanos);
    }

    private void add(RecordedSpan span, long time) {
        int index = size;
        spans[index] = span;
        times[index] = time;
        size = index + 1;
        PUBLISHED.setRelease(this, index + 1);
    }

    boolean isFull() {
        return size == spans.length;
    }

    /** Tells that the thread will add nothing more. */
    void abandon() {
        abandoned = true;
    }

    @Override
    public int capacity() {
        return spans.length;
    }

    @Override
    public int published() {
        return (int) PUBLISHED.getAcquire(this);
    }

    @Override
    public boolean isClosed() {
        return abandoned || published() == spans.length;
    }

    @Override
    public TracePoint point(int index) {
        long time = times[index];
        return time < 0 ? spans[index].stopPoint(~time) : spans[index].startPoint(time);
    }
}
