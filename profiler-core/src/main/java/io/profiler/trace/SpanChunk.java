// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.point.PointFate;
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

    /** What most points say takes less, if they say anything. */
    private static final int BYTES_PER_POINT = 256;

    /** Of the manifest and the stop that follows it. */
    static final int POINTS_OF_END = 2;

    private static final int NOWHERE = -1;

    private final ActiveTrace trace;
    private final RecordedSpan[] spans;

    /** Nanoseconds since the trace was opened; as their complement for a stop. */
    private final long[] times;

    @SuppressWarnings("unused")
    private int published;

    private final long bytes;
    private long bytesHeld;
    private int size;
    private int timed;
    private int manifestAt = NOWHERE;
    private volatile boolean abandoned;

    /**
     * @param leastBytes what the first point says
     */
    SpanChunk(ActiveTrace trace, int capacity, int leastBytes) {
        this.trace = trace;
        this.spans = new RecordedSpan[capacity];
        this.times = new long[capacity];
        this.bytes = Math.max(leastBytes, (long) capacity * BYTES_PER_POINT);
    }

    void addStart(RecordedSpan span, long elapsedNanos) {
        add(span, elapsedNanos, span.startBytes());
    }

    void addStop(RecordedSpan span, long elapsedNanos) {
        add(span, ~elapsedNanos, span.stopBytes());
    }

    /** The manifest comes first, because readers of OSprofiler's kind believe the last stop of a span. */
    void addEnd(RecordedSpan top, long elapsedNanos) {
        manifestAt = size;
        add(top, ~elapsedNanos, 0);
        addStop(top, elapsedNanos);
    }

    boolean hasRoomForEnd(int pointBytes) {
        return size + POINTS_OF_END <= spans.length && hasRoom(pointBytes);
    }

    private void add(RecordedSpan span, long time, int pointBytes) {
        int index = size;
        bytesHeld += pointBytes;
        spans[index] = span;
        times[index] = time;
        size = index + 1;
        PUBLISHED.setRelease(this, index + 1);
    }

    boolean hasRoom(int pointBytes) {
        return size < spans.length && bytesHeld + pointBytes <= bytes;
    }

    /** Tells that the thread will add nothing more. */
    void abandon() {
        try {
            SpanTimes times = trace.times;
            if (times != null) {
                tell(times);
            }
        } catch (Throwable untold) {
            Faults.report(untold);
        } finally {
            abandoned = true;
        }
    }

    /** Tells the times of points that were not told of yet; on the thread that adds them. */
    void tell(SpanTimes times) {
        times.add(this, timed, size);
        timed = size;
    }

    /** What was added is told already. */
    void toldAlready() {
        timed = size;
    }

    boolean isManifest(int index) {
        return index == manifestAt;
    }

    RecordedSpan span(int index) {
        return spans[index];
    }

    /** Nanoseconds since the trace was opened; as their complement for a stop. */
    long time(int index) {
        return times[index];
    }

    @Override
    public String baseId() {
        return trace.context.baseId();
    }

    @Override
    public long bytes() {
        return bytes;
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
        if (isManifest(index)) {
            return SpanPoints.manifest(spans[index], ~time);
        }
        return time < 0 ? SpanPoints.stop(spans[index], ~time) : SpanPoints.start(spans[index], time);
    }

    @Override
    public void settled(PointFate fate, int points) {
        if (fate != PointFate.STORED) {
            trace.ledger.lost(fate, points);
        }
    }
}
