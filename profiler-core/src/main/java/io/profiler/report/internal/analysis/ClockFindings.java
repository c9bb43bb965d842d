// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.internal.BoundedTime;
import io.profiler.report.PlacedSpan;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.text.ReadableDuration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Where clocks cannot be right, or not all of them. */
final class ClockFindings {

    /** Clocks that are kept by NTP differ by less, and so does the end of an answer on its two sides. */
    private static final long SKEW_TOLERANCE_MICROS = 1000;

    private static final Duration FUTURE_TOLERANCE = Duration.ofSeconds(1);

    /** Nobody traced anything yet: what is earlier is a default or a clock that was never set. */
    private static final Instant BEFORE_ALL_TRACES = Instant.parse("2000-01-01T00:00:00Z");

    private final Report report;
    private final Instant now;

    ClockFindings(Report report, Instant now) {
        this.report = report;
        this.now = now;
    }

    void addTo(List<Finding> findings) {
        addSkew(findings);
        Instant origin = report.startedAt();
        if (origin != null) {
            addFuture(findings, microsAfter(origin, now.plus(FUTURE_TOLERANCE)));
            addPast(findings, microsAfter(origin, BEFORE_ALL_TRACES));
        }
    }

    private void addSkew(List<Finding> findings) {
        List<ReportSpan> beyond = new ArrayList<>();
        long furthest = 0;
        for (PlacedSpan placed : report.depthFirst()) {
            ReportSpan parent = placed.span();
            for (ReportSpan child : report.childrenOf(parent)) {
                long micros = ClockOffsets.isElsewhere(child, parent) ? beyondMicros(parent, child) : 0;
                if (micros > SKEW_TOLERANCE_MICROS) {
                    beyond.add(child);
                    furthest = Math.max(furthest, micros);
                }
            }
        }
        if (!beyond.isEmpty()) {
            findings.add(Finding.of(FindingKind.CLOCK_SKEW, skew(beyond.size(), furthest), beyond));
        }
    }

    /** How far the child reaches beyond its parent, at the side where that is most. */
    private static long beyondMicros(ReportSpan parent, ReportSpan child) {
        long before = parent.hasStart() ? BoundedTime.minus(parent.startedMicros(), child.startedMicros()) : 0;
        long after = parent.hasStop() ? BoundedTime.minus(child.finishedMicros(), parent.finishedMicros()) : 0;
        return Math.max(before, after);
    }

    private static String skew(int spans, long furthestMicros) {
        String reach = SpanCount.verb(spans, "reaches", "reach");
        String its = spans == 1 ? "its parent" : "their parents";
        return SpanCount.of(spans) + reach + "up to " + new ReadableDuration("µs").of(furthestMicros) + " beyond " + its
                + " on another host, whose clock may differ";
    }

    private static long microsAfter(Instant origin, Instant time) {
        return BoundedTime.minus(BoundedTime.epochMicros(time), BoundedTime.epochMicros(origin));
    }

    private void addFuture(List<Finding> findings, long latest) {
        addWhere(
                span -> Math.max(span.startedMicros(), span.finishedMicros()) > latest,
                FindingKind.FUTURE,
                "later than now",
                findings);
    }

    private void addPast(List<Finding> findings, long earliest) {
        addWhere(
                span -> Math.min(span.startedMicros(), span.finishedMicros()) < earliest,
                FindingKind.PAST,
                "earlier than the year 2000",
                findings);
    }

    private void addWhere(
            Predicate<ReportSpan> condition, FindingKind kind, String description, List<Finding> findings) {
        List<ReportSpan> spans = report.spans().stream().filter(condition).toList();
        if (!spans.isEmpty()) {
            String are = SpanCount.verb(spans.size(), "is", "are");
            findings.add(Finding.of(kind, SpanCount.of(spans.size()) + are + description, spans));
        }
    }
}
