// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.internal.BoundedTime;
import io.profiler.report.PlacedSpan;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When spans ran as far as can be told: a span without a stop, up to the last end below it; one without a start, from
 * the first beginning below it. A span never ends before it begins.
 */
public final class SpanExtents {

    private record Extent(long fromMicros, long toMicros) {

        Extent include(Extent other, boolean earlier, boolean later) {
            return new Extent(
                    earlier ? Math.min(fromMicros, other.fromMicros) : fromMicros,
                    later ? Math.max(toMicros, other.toMicros) : toMicros);
        }

        Extent moved(long micros) {
            return new Extent(BoundedTime.plus(fromMicros, micros), BoundedTime.plus(toMicros, micros));
        }
    }

    private final Map<ReportSpan, Extent> extents = new IdentityHashMap<>();

    private SpanExtents(Report report) {
        List<PlacedSpan> placed = report.depthFirst();
        for (int i = placed.size() - 1; i >= 0; i--) {
            ReportSpan span = placed.get(i).span();
            extents.put(span, extent(span, report.childrenOf(span)));
        }
    }

    /** The extents of all spans that have a place in the forest. */
    public static SpanExtents of(Report report) {
        return new SpanExtents(report);
    }

    /**
     * The same by the clocks of the spans at the top: what ran on another host than its parent, and is told to have run
     * outside of it, is moved as far as it takes to lie within. What was begun last and has no end is taken to have lasted until
     * something else began or its parent ended.
     */
    public static SpanExtents byOneClock(Report report) {
        SpanExtents recorded = of(report);
        ClockOffsets offsets = ClockOffsets.of(report, recorded);
        recorded.extents.replaceAll((span, extent) -> extent.moved(offsets.micros(span)));
        OpenEnds.of(report, recorded::fromMicros).lengthen(recorded::lengthen);
        return recorded;
    }

    /** What is open at its end up to where its parent ends, or the first of those begins that did so after it. */
    private void lengthen(ReportSpan span, ReportSpan parent, @Nullable ReportSpan next) {
        Extent extent = extentOf(span);
        long until = next == null ? toMicros(parent) : Math.min(toMicros(parent), fromMicros(next));
        extents.put(span, new Extent(extent.fromMicros(), Math.max(extent.toMicros(), until)));
    }

    private Extent extent(ReportSpan span, List<ReportSpan> children) {
        Extent extent = recorded(span);
        boolean noStart = !span.hasStart();
        boolean noStop = !span.hasStop();
        if (noStart || noStop) {
            for (ReportSpan child : children) {
                extent = extent.include(extentOf(child), noStart, noStop);
            }
        }
        return extent;
    }

    private static Extent recorded(ReportSpan span) {
        return new Extent(span.startedMicros(), Math.max(span.startedMicros(), span.finishedMicros()));
    }

    private Extent extentOf(ReportSpan span) {
        Extent extent = extents.get(span);
        return extent == null ? recorded(span) : extent;
    }

    /** When the span began, in microseconds since the first event. */
    public long fromMicros(ReportSpan span) {
        return extentOf(span).fromMicros();
    }

    /** When the span ended, in microseconds since the first event. */
    public long toMicros(ReportSpan span) {
        return extentOf(span).toMicros();
    }
}
