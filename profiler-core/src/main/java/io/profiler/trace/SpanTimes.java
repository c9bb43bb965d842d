// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long the spans of a request take, by their names, while it runs: for whoever answers the request and wants to say so.
 * Spans pay nothing for it; their times are added up when somebody asks, and when a thread hands over what it recorded.
 * Thread-safe.
 *
 * @since 0.1
 */
public final class SpanTimes implements AutoCloseable {

    /** Of a thread that is not profiled. */
    public static final SpanTimes NONE = new SpanTimes(null);

    private static final int MOST_NAMES = 16;

    private final @Nullable ActiveTrace trace;
    private final Map<String, Sum> sums = new LinkedHashMap<>();

    private SpanTimes(@Nullable ActiveTrace trace) {
        this.trace = trace;
    }

    /**
     * Watches the request that the present thread has just begun to profile.
     *
     * @return to be closed when nobody wants to know any more; {@link #NONE} if the thread is not profiled
     */
    public static SpanTimes watch() {
        Recorder recorder = CurrentRecorder.get();
        if (recorder == null) {
            return NONE;
        }
        SpanTimes times = new SpanTimes(recorder.trace);
        recorder.trace.times = times;
        return times;
    }

    /**
     * How long the spans of each name have taken so far, in nanoseconds: those of this thread, and those of others as far
     * as they have handed them over. Spans inside of others of their name count for themselves. At most 16 names.
     *
     * @return by name, in the order of their first spans
     */
    public Map<String, Long> soFar() {
        if (trace == null) {
            return Map.of();
        }
        Recorder recorder = CurrentRecorder.get();
        if (recorder != null && recorder.trace == trace) {
            recorder.tell(this);
        }
        return nanos(trace.clock.elapsedNanos());
    }

    private synchronized Map<String, Long> nanos(long now) {
        Map<String, Long> nanos = new LinkedHashMap<>();
        for (Map.Entry<String, Sum> entry : sums.entrySet()) {
            Sum sum = entry.getValue();
            if (sum.running >= 0) {
                nanos.put(entry.getKey(), sum.nanos + sum.running * now);
            }
        }
        return nanos;
    }

    /** Adds points of a trace: starts, and stops as their complement. */
    synchronized void add(SpanChunk points, int from, int to) {
        for (int index = from; index < to; index++) {
            if (!points.isManifest(index)) {
                add(points.span(index), points.time(index));
            }
        }
    }

    /** Adds the stop of a span that is not handed over yet. */
    synchronized void addStop(RecordedSpan span, long elapsedNanos) {
        add(span, ~elapsedNanos);
    }

    private void add(RecordedSpan span, long time) {
        Sum sum = sumOf(span.name());
        if (sum != null) {
            sum.add(time);
        }
    }

    private @Nullable Sum sumOf(String name) {
        Sum known = sums.get(name);
        if (known == null && sums.size() < MOST_NAMES) {
            known = new Sum();
            sums.put(name, known);
        }
        return known;
    }

    @Override
    public void close() {
        if (trace != null) {
            trace.times = null;
        }
    }

    /** Spans of one name. Less than none are running if the start of one was lost, or is still to be told. */
    private static final class Sum {

        private long nanos;
        private int running;

        void add(long time) {
            running += time < 0 ? -1 : 1;
            nanos += time < 0 ? ~time : -time;
        }
    }
}
