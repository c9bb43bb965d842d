// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.SpanExtents;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** Spans of one place that follow, or lie within, one another, so that they can be drawn as one stack. */
final class Track {

    /**
     * A span on the track.
     *
     * @param span the span
     * @param level how many spans of the track it lies in
     */
    record Entry(ReportSpan span, int level) {}

    private final String place;
    private final SpanExtents extents;
    private final List<Entry> entries = new ArrayList<>();
    private final Deque<ReportSpan> open = new ArrayDeque<>();
    private long busyUntilMicros = Long.MIN_VALUE;

    Track(String place, SpanExtents extents) {
        this.place = place;
        this.extents = extents;
    }

    String place() {
        return place;
    }

    /** In the order in which the spans begin, each before those that lie in it. */
    List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** From when on the track is free. */
    long busyUntilMicros() {
        return busyUntilMicros;
    }

    /** Puts a span onto the free track. */
    void start(ReportSpan span) {
        open.clear();
        busyUntilMicros = extents.toMicros(span);
        add(span);
    }

    /** Puts a span into its parent if that is still open and the span lies in it. */
    boolean nest(ReportSpan span, ReportSpan parent) {
        while (!open.isEmpty() && open.peek() != parent && extents.toMicros(open.peek()) <= extents.fromMicros(span)) {
            open.pop();
        }
        boolean fits = !open.isEmpty() && open.peek() == parent && extents.toMicros(span) <= extents.toMicros(parent);
        if (fits) {
            add(span);
        }
        return fits;
    }

    private void add(ReportSpan span) {
        entries.add(new Entry(span, open.size()));
        open.push(span);
    }
}
