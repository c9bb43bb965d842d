// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.SpanExtents;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The pieces of one track, in the order in which they begin: its spans, and between their children methods. Used once. */
final class TrackSlices {

    private final SpanExtents extents;
    private final MethodSlices methods;
    private final SpanLabel label = new SpanLabel();
    private final List<Slice> slices = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();

    /** A span that has not ended, and up to when it is drawn. */
    private static final class Open {

        private final Track.Entry entry;
        private long drawnToMicros;

        Open(Track.Entry entry, long fromMicros) {
            this.entry = entry;
            this.drawnToMicros = fromMicros;
        }
    }

    TrackSlices(SpanExtents extents, MethodSlices methods) {
        this.extents = extents;
        this.methods = methods;
    }

    List<Slice> of(Track track) {
        for (Track.Entry entry : track.entries()) {
            closeTo(entry.level());
            open(entry, extents.fromMicros(entry.span()));
        }
        closeTo(0);
        return slices;
    }

    private void open(Track.Entry entry, long fromMicros) {
        drawTo(fromMicros);
        ReportSpan span = entry.span();
        slices.add(new Slice(span, label.of(span), entry.level(), fromMicros, extents.toMicros(span)));
        open.push(new Open(entry, fromMicros));
    }

    private void closeTo(int level) {
        while (open.size() > level) {
            long toMicros = extents.toMicros(open.element().entry.span());
            drawTo(toMicros);
            open.pop();
            if (!open.isEmpty()) {
                open.element().drawnToMicros = toMicros;
            }
        }
    }

    /** Draws what the innermost open span did itself up to some time. */
    private void drawTo(long toMicros) {
        Open innermost = open.peek();
        if (innermost != null) {
            Track.Entry entry = innermost.entry;
            methods.between(innermost.drawnToMicros, toMicros, entry.span(), entry.level() + 1, slices);
        }
    }
}
