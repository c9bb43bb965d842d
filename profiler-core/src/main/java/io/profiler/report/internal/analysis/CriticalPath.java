// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the end of a trace waited for: at each moment one span, or none between two roots.
 *
 * <p>Found from the end back, as CRISP and Jaeger do. A span waited for the child that ended last; before that child
 * began, for the one that ended last of those that had ended by then, and so on; in between it was at work itself. A
 * child that was still running when the next one on the path began did not hold that one up, so it is not on the path. Of
 * children that reach beyond their parent only what lies within it counts, because a server's span often ends a little
 * after its caller has the answer. Roots are taken as the children of the trace; those whose parent is missing only if
 * there are no others, because their place is not known.
 */
public final class CriticalPath {

    private final Report report;
    private final SpanExtents extents;
    private final List<PathSegment> latestFirst = new ArrayList<>();
    private final Deque<PathStep> path = new ArrayDeque<>();

    private CriticalPath(Report report, SpanExtents extents) {
        this.report = report;
        this.extents = extents;
    }

    /** The path in order of time. Takes n log n steps for n spans. */
    public static List<PathSegment> of(Report report) {
        return of(report, SpanExtents.of(report));
    }

    /** The same of spans that ran when the extents say. */
    public static List<PathSegment> of(Report report, SpanExtents extents) {
        return new CriticalPath(report, extents).find();
    }

    private List<PathSegment> find() {
        path.push(PathStep.throughRoots(TopSpans.of(report).leading(), extents));
        while (!path.isEmpty()) {
            walkBack(path.element());
        }
        Collections.reverse(latestFirst);
        return Collections.unmodifiableList(latestFirst);
    }

    private void walkBack(PathStep step) {
        PathStep child = step.nextChild(report, extents);
        if (child == null) {
            add(step.span(), step.fromMicros(), step.untilMicros());
            path.pop();
        } else {
            add(step.span(), child.untilMicros(), step.untilMicros());
            step.continueBefore(child);
            path.push(child);
        }
    }

    private void add(@Nullable ReportSpan span, long fromMicros, long toMicros) {
        if (span != null && fromMicros < toMicros) {
            latestFirst.add(new PathSegment(span, fromMicros, toMicros));
        }
    }
}
