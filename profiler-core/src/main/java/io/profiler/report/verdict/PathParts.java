// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.internal.BoundedTime;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.PathSegment;
import io.profiler.report.internal.analysis.SpanExtents;
import io.profiler.report.internal.analysis.ToldPhase;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Divides a critical path where requests tell what they went through. */
final class PathParts {

    private final SpanKinds kinds;
    private final SpanExtents extents;
    private final Map<ReportSpan, RequestPhases> phases = new IdentityHashMap<>();
    private final List<PathPart> parts = new ArrayList<>();

    private PathParts(SpanKinds kinds, SpanExtents extents) {
        this.kinds = kinds;
        this.extents = extents;
    }

    /** The parts in order of time. */
    static List<PathPart> of(List<PathSegment> path, SpanKinds kinds, SpanExtents extents) {
        PathParts divided = new PathParts(kinds, extents);
        path.forEach(divided::add);
        return divided.parts;
    }

    private void add(PathSegment segment) {
        ReportSpan span = segment.span();
        if (kinds.isRequest(span)) {
            addRequest(segment, phases.computeIfAbsent(span, RequestPhases::of));
        } else {
            parts.add(new PathPart(span, null, true, segment.fromMicros(), segment.toMicros()));
        }
    }

    private void addRequest(PathSegment segment, RequestPhases told) {
        long moved = BoundedTime.minus(
                extents.fromMicros(segment.span()), segment.span().startedMicros());
        long reached = segment.fromMicros();
        for (ToldPhase phase :
                told.in(BoundedTime.minus(reached, moved), BoundedTime.minus(segment.toMicros(), moved))) {
            long from = Math.max(reached, BoundedTime.plus(phase.fromMicros(), moved));
            long to = Math.min(segment.toMicros(), BoundedTime.plus(phase.toMicros(), moved));
            if (from < to) {
                addUnexplained(segment.span(), reached, from);
                parts.add(new PathPart(segment.span(), phase.name(), true, from, to));
                reached = to;
            }
        }
        addUnexplained(segment.span(), reached, segment.toMicros());
    }

    private void addUnexplained(ReportSpan request, long fromMicros, long toMicros) {
        if (fromMicros < toMicros) {
            parts.add(new PathPart(request, null, false, fromMicros, toMicros));
        }
    }
}
