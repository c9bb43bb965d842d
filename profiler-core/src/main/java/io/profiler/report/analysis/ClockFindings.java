// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.analysis;

import io.profiler.report.PlacedSpan;
import io.profiler.report.ReadableDuration;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Where clocks cannot be right, or not all of them. */
final class ClockFindings {

    /** Clocks that are kept by NTP differ by less, and so does the end of an answer on its two sides. */
    private static final long SKEW_TOLERANCE_MICROS = 1000;

    private static final Duration FUTURE_TOLERANCE = Duration.ofSeconds(1);

    private final Report report;
    private final Instant now;

    ClockFindings(Report report, Instant now) {
        this.report = report;
        this.now = now;
    }

    void addTo(List<Finding> findings) {
        addSkew(findings);
        addFuture(findings);
    }

    private void addSkew(List<Finding> findings) {
        List<ReportSpan> beyond = new ArrayList<>();
        long furthest = 0;
        for (PlacedSpan placed : report.depthFirst()) {
            ReportSpan parent = placed.span();
            for (ReportSpan child : report.childrenOf(parent)) {
                long micros = isElsewhere(parent, child) ? beyondMicros(parent, child) : 0;
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

    private static boolean isElsewhere(ReportSpan parent, ReportSpan child) {
        return parent.host() != null && child.host() != null && !parent.host().equals(child.host());
    }

    /** How far the child reaches beyond its parent, at the side where that is most. */
    private static long beyondMicros(ReportSpan parent, ReportSpan child) {
        long before = parent.hasStart() ? parent.startedMicros() - child.startedMicros() : 0;
        long after = parent.hasStop() ? child.finishedMicros() - parent.finishedMicros() : 0;
        return Math.max(before, after);
    }

    private static String skew(int spans, long furthestMicros) {
        String reach = SpanCount.verb(spans, "reaches", "reach");
        String its = spans == 1 ? "its parent" : "their parents";
        return SpanCount.of(spans) + reach + "up to " + new ReadableDuration("µs").of(furthestMicros) + " beyond " + its
                + " on another host, whose clock may differ";
    }

    private void addFuture(List<Finding> findings) {
        Instant origin = report.startedAt();
        if (origin != null) {
            long latest = ChronoUnit.MICROS.between(origin, now.plus(FUTURE_TOLERANCE));
            List<ReportSpan> future = report.spans().stream()
                    .filter(span -> Math.max(span.startedMicros(), span.finishedMicros()) > latest)
                    .toList();
            addFuture(findings, future);
        }
    }

    private static void addFuture(List<Finding> findings, List<ReportSpan> future) {
        if (!future.isEmpty()) {
            String are = SpanCount.verb(future.size(), "is", "are");
            String summary = SpanCount.of(future.size()) + are + "later than now";
            findings.add(Finding.of(FindingKind.FUTURE, summary, future));
        }
    }
}
