// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.internal.BoundedTime;
import io.profiler.report.PlacedSpan;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far spans have to be moved so that what one host has asked of another lies within the asking, or begins in it if it took
 * longer, as nobody waited for it then. A host's clock is as wrong as it was elsewhere in the trace, or as that of the host
 * that asks, where that explains it. Where nothing does, how much of the asking was on the way there and how much on the way
 * back is not known, so it is taken to be as much.
 */
final class ClockOffsets {

    private static final long TOLERANCE_MICROS = 1000;

    /** @param isOpen whether there may be more of it that nobody has told */
    private record Times(long fromMicros, long toMicros, boolean isOpen) {

        Times(long fromMicros, long toMicros) {
            this(fromMicros, toMicros, false);
        }

        long durationMicros() {
            return BoundedTime.minus(toMicros, fromMicros);
        }

        Times moved(long offset) {
            return new Times(BoundedTime.plus(fromMicros, offset), BoundedTime.plus(toMicros, offset), isOpen);
        }

        boolean beginsIn(Times asking) {
            return BoundedTime.minus(asking.fromMicros, fromMicros) <= TOLERANCE_MICROS
                    && BoundedTime.minus(fromMicros, asking.toMicros) <= TOLERANCE_MICROS;
        }

        boolean isWithin(Times asking) {
            return beginsIn(asking) && BoundedTime.minus(toMicros, asking.toMicros) <= TOLERANCE_MICROS;
        }

        Times orLonger(Times other) {
            return other.durationMicros() > durationMicros() ? other : this;
        }
    }

    private final Report report;
    private final SpanExtents recorded;
    private final Map<ReportSpan, Long> micros = new IdentityHashMap<>();
    private final Map<String, Long> byHost = new HashMap<>();

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
        byHost.putIfAbsent(String.valueOf(parent.host()), offset);
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
            Times asking = times(List.of(parent));
            Times gap = longestGap(asking, here).moved(offset);
            elsewhere.forEach(
                    (host, spans) -> move(spans, offset(host, times(spans), asking.moved(offset), gap, offset)));
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

    private long offset(String host, Times child, Times asking, Times gap, long askingOffset) {
        boolean waitedFor = child.durationMicros() <= asking.durationMicros() + TOLERANCE_MICROS;
        long elsewhere = byHost.getOrDefault(host, 0L);
        for (long known : new long[] {elsewhere, 0, askingOffset}) {
            Times moved = child.moved(known);
            if (waitedFor ? moved.isWithin(asking) : moved.beginsIn(asking)) {
                byHost.putIfAbsent(host, known);
                return known;
            }
        }
        if (!waitedFor) {
            return Math.max(elsewhere, BoundedTime.minus(asking.fromMicros(), child.fromMicros()));
        }
        long guessed = toTheMiddle(child, child.durationMicros() <= gap.durationMicros() ? gap : asking);
        byHost.put(host, guessed);
        return guessed;
    }

    /** What has no end is taken to have lasted to the end of the asking. */
    private static long toTheMiddle(Times child, Times around) {
        long room = child.isOpen() ? 0 : BoundedTime.minus(around.durationMicros(), child.durationMicros());
        long slack = Math.max(0, room);
        return BoundedTime.minus(BoundedTime.plus(around.fromMicros(), slack / 2), child.fromMicros());
    }

    private Times times(List<ReportSpan> spans) {
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        boolean isOpen = false;
        for (ReportSpan span : spans) {
            from = Math.min(from, recorded.fromMicros(span));
            to = Math.max(to, recorded.toMicros(span));
            isOpen |= !span.hasStop();
        }
        return new Times(from, to, isOpen);
    }

    static boolean isElsewhere(ReportSpan child, ReportSpan parent) {
        return parent.host() != null && child.host() != null && !parent.host().equals(child.host());
    }
}
