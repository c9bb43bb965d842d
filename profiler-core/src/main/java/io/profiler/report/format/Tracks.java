// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import io.profiler.report.PlacedSpan;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.SpanExtents;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Lays the spans of a report out for tools that draw stacks: a span goes into its parent; one that runs beside a sibling,
 * outlives its parent or runs elsewhere goes to another track. Spans in a parent cycle count as spans without a parent.
 */
final class Tracks {

    private static final String UNKNOWN_SERVICE = "trace";

    private final Map<ReportSpan, Integer> depths = new IdentityHashMap<>();
    private final Map<ReportSpan, ReportSpan> parents = new IdentityHashMap<>();
    private final Map<ReportSpan, Track> trackOf = new IdentityHashMap<>();
    private final Map<String, PriorityQueue<Track>> tracksByPlace = new HashMap<>();
    private final List<Track> tracks = new ArrayList<>();
    private final SpanExtents extents;
    private final SpanLabel label = new SpanLabel();

    private Tracks(Report report, SpanExtents extents) {
        this.extents = extents;
        for (PlacedSpan placed : report.depthFirst()) {
            depths.put(placed.span(), placed.depth());
            report.childrenOf(placed.span()).forEach(child -> parents.put(child, placed.span()));
        }
    }

    /** The tracks, in the order in which their first spans begin. Takes n log n steps for n spans. */
    static List<Track> of(Report report, SpanExtents extents) {
        Tracks layout = new Tracks(report, extents);
        List<ReportSpan> spans = new ArrayList<>(report.spans());
        spans.sort(Comparator.comparingLong(extents::fromMicros)
                .thenComparingInt(span -> layout.depths.getOrDefault(span, 0)));
        spans.forEach(layout::add);
        return Collections.unmodifiableList(layout.tracks);
    }

    private void add(ReportSpan span) {
        String place = place(span);
        Track track = trackOfParent(span, place);
        if (track == null) {
            track = startTrack(span, place);
        }
        trackOf.put(span, track);
    }

    /** Where a span ran, as {@code project/service on host}. */
    private String place(ReportSpan span) {
        String service = span.qualifiedService().isEmpty() ? UNKNOWN_SERVICE : label.visible(span.qualifiedService());
        return span.host() == null ? service : service + " on " + label.visible(span.host());
    }

    private @Nullable Track trackOfParent(ReportSpan span, String place) {
        ReportSpan parent = parents.get(span);
        if (parent == null) {
            return null;
        }
        Track track = trackOf.get(parent);
        return track != null && track.place().equals(place) && track.nest(span, parent) ? track : null;
    }

    private Track startTrack(ReportSpan span, String place) {
        PriorityQueue<Track> known = tracksByPlace.computeIfAbsent(
                place, key -> new PriorityQueue<>(Comparator.comparingLong(Track::busyUntilMicros)));
        Track free = known.peek();
        Track track = free != null && free.busyUntilMicros() <= extents.fromMicros(span) ? known.remove() : open(place);
        track.start(span);
        known.add(track);
        return track;
    }

    private Track open(String place) {
        Track track = new Track(place, extents);
        tracks.add(track);
        return track;
    }
}
