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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lays the spans of a report out for tools that draw stacks: a span goes into its parent; one that runs beside a sibling,
 * outlives its parent or runs elsewhere goes to another lane. Spans in a parent cycle count as spans without a parent.
 */
final class Lanes {

    private final Map<ReportSpan, Integer> depths = new IdentityHashMap<>();
    private final Map<ReportSpan, ReportSpan> parents = new IdentityHashMap<>();
    private final Map<ReportSpan, Lane> laneOf = new IdentityHashMap<>();
    private final Map<String, PriorityQueue<Lane>> lanesByPlace = new HashMap<>();
    private final List<Lane> lanes = new ArrayList<>();
    private final SpanExtents extents;
    private final Function<ReportSpan, String> placeOf;

    private Lanes(Report report, SpanExtents extents, Function<ReportSpan, String> placeOf) {
        this.extents = extents;
        this.placeOf = placeOf;
        for (PlacedSpan placed : report.depthFirst()) {
            depths.put(placed.span(), placed.depth());
            report.childrenOf(placed.span()).forEach(child -> parents.put(child, placed.span()));
        }
    }

    /** The lanes, in the order in which their first spans begin. Takes n log n steps for n spans. */
    static List<Lane> of(Report report, SpanExtents extents, Function<ReportSpan, String> placeOf) {
        Lanes layout = new Lanes(report, extents, placeOf);
        List<ReportSpan> spans = new ArrayList<>(report.spans());
        spans.sort(Comparator.comparingLong(extents::fromMicros)
                .thenComparingInt(span -> layout.depths.getOrDefault(span, 0)));
        spans.forEach(layout::add);
        return Collections.unmodifiableList(layout.lanes);
    }

    private void add(ReportSpan span) {
        String place = placeOf.apply(span);
        Lane lane = laneOfParent(span, place);
        if (lane == null) {
            lane = startLane(span, place);
        }
        laneOf.put(span, lane);
    }

    private @Nullable Lane laneOfParent(ReportSpan span, String place) {
        ReportSpan parent = parents.get(span);
        if (parent == null) {
            return null;
        }
        Lane lane = laneOf.get(parent);
        return lane != null && lane.place().equals(place) && lane.nest(span, parent) ? lane : null;
    }

    private Lane startLane(ReportSpan span, String place) {
        PriorityQueue<Lane> known = lanesByPlace.computeIfAbsent(
                place, key -> new PriorityQueue<>(Comparator.comparingLong(Lane::busyUntilMicros)));
        Lane free = known.peek();
        Lane lane = free != null && free.busyUntilMicros() <= extents.fromMicros(span) ? known.remove() : open(place);
        lane.start(span);
        known.add(lane);
        return lane;
    }

    private Lane open(String place) {
        Lane lane = new Lane(place, extents);
        lanes.add(lane);
        return lane;
    }
}
