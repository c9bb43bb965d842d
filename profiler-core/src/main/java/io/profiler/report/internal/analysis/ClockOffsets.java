// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.internal.BoundedTime;
import io.profiler.report.PlacedSpan;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far spans have to be moved so that what one host has asked of another lies within the asking. What takes longer than
 * its parent was not waited for, and stays where it is. How much of the asking was on the way there and how much on the way
 * back is not known, so it is taken to be as much.
 */
final class ClockOffsets {

    private static final long TOLERANCE_MICROS = 1000;

    private record Times(long fromMicros, long toMicros) {

        long durationMicros() {
            return BoundedTime.minus(toMicros, fromMicros);
        }

        Times orLonger(Times other) {
            return other.durationMicros() > durationMicros() ? other : this;
        }
    }

    private final Report report;
    private final SpanExtents recorded;
    private final Map<ReportSpan, Long> micros = new IdentityHashMap<>();

    private ClockOffsets(Report report, SpanExtents recorded) {
        this.report = report;
        this.recorded = recorded;
        for (PlacedSpan placed : report.depthFirst()) {
            if (placed.parent()) {
                placeChildren(placed.span());
            }
        }
    }

    /** Takes n steps for n spans. */
    static ClockOffsets of(Report report, SpanExtents recorded) {
        return new ClockOffsets(report, recorded);
    }

    long micros(ReportSpan span) {
        return micros.getOrDefault(span, 0L);
    }

    private void placeChildren(ReportSpan parent) {
        long offset = micros(parent);
        List<ReportSpan> here = new ArrayList<>();
        Map<String, List<ReportSpan>> elsewhere = new LinkedHashMap<>(2);
        for (ReportSpan child : report.childrenOf(parent)) {
            if (isElsewhere(child, parent)) {
                elsewhere
                        .computeIfAbsent(String.valueOf(child.host()), host -> new ArrayList<>())
                        .add(child);
            } else {
                here.add(child);
                move(List.of(child), offset);
            }
        }
        if (!elsewhere.isEmpty()) {
            Times times = times(List.of(parent));
            Times gap = longestGap(times, here);
            elsewhere.values().forEach(spans -> move(spans, offset(times(spans), times, gap, offset)));
        }
    }

    /** Where the parent was not busy with its own host's spans: that is when it can have waited for another host. */
    private Times longestGap(Times parent, List<ReportSpan> inOrder) {
        Times longest = new Times(parent.fromMicros(), parent.fromMicros());
        long reached = parent.fromMicros();
        for (ReportSpan span : inOrder) {
            longest = longest.orLonger(new Times(reached, Math.min(recorded.fromMicros(span), parent.toMicros())));
            reached = Math.max(reached, recorded.toMicros(span));
        }
        return longest.orLonger(new Times(reached, parent.toMicros()));
    }

    private void move(List<ReportSpan> spans, long offset) {
        if (offset != 0) {
            spans.forEach(span -> micros.put(span, offset));
        }
    }

    private static long offset(Times child, Times parent, Times gap, long parentOffset) {
        long before = BoundedTime.minus(BoundedTime.plus(parent.fromMicros(), parentOffset), child.fromMicros());
        long after = BoundedTime.minus(child.toMicros(), BoundedTime.plus(parent.toMicros(), parentOffset));
        boolean fits = child.durationMicros() <= parent.durationMicros() + TOLERANCE_MICROS;
        if (!fits || Math.max(before, after) <= TOLERANCE_MICROS) {
            return 0;
        }
        Times around = child.durationMicros() <= gap.durationMicros() ? gap : parent;
        long slack = Math.max(0, BoundedTime.minus(around.durationMicros(), child.durationMicros()));
        long from = BoundedTime.plus(around.fromMicros(), slack / 2);
        return BoundedTime.minus(BoundedTime.plus(from, parentOffset), child.fromMicros());
    }

    private Times times(List<ReportSpan> spans) {
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (ReportSpan span : spans) {
            from = Math.min(from, recorded.fromMicros(span));
            to = Math.max(to, recorded.toMicros(span));
        }
        return new Times(from, to);
    }

    static boolean isElsewhere(ReportSpan child, ReportSpan parent) {
        return parent.host() != null && child.host() != null && !parent.host().equals(child.host());
    }
}
