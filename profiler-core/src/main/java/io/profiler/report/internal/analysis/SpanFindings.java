// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.SpanEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What is missing in single spans, or cannot be. */
final class SpanFindings {

    private final Report report;

    SpanFindings(Report report) {
        this.report = report;
    }

    void addTo(List<Finding> findings) {
        add(findings, FindingKind.UNFINISHED, span -> !span.hasStop(), "has no stop", "have no stop");
        add(findings, FindingKind.NEVER_STARTED, span -> !span.hasStart(), "has no start", "have no start");
        addMissingFields(findings);
        add(
                findings,
                FindingKind.UNREADABLE_TIME,
                span -> span.events().stream().anyMatch(SpanEvent::hasUnreadableTime),
                "has a timestamp that cannot be read",
                "have a timestamp that cannot be read");
        add(
                findings,
                FindingKind.NEGATIVE_DURATION,
                span -> span.durationMicros() < 0,
                "ends before it begins",
                "end before they begin");
    }

    private void add(
            List<Finding> findings, FindingKind kind, Predicate<ReportSpan> condition, String ofOne, String ofMany) {
        List<ReportSpan> spans = report.spans().stream().filter(condition).toList();
        if (!spans.isEmpty()) {
            String verb = spans.size() == 1 ? ofOne : ofMany;
            findings.add(Finding.of(kind, SpanCount.of(spans.size()) + " " + verb, spans));
        }
    }

    private void addMissingFields(List<Finding> findings) {
        Set<String> fields = new LinkedHashSet<>();
        List<ReportSpan> spans = new ArrayList<>();
        for (ReportSpan span : report.spans()) {
            if (fields.addAll(missingFields(span)) || !missingFields(span).isEmpty()) {
                spans.add(span);
            }
        }
        if (!spans.isEmpty()) {
            String lack = SpanCount.verb(spans.size(), "lacks", "lack");
            String summary = SpanCount.of(spans.size()) + lack + String.join(", ", fields);
            findings.add(Finding.of(FindingKind.MISSING_FIELD, summary, spans));
        }
    }

    private static List<String> missingFields(ReportSpan span) {
        List<String> missing = new ArrayList<>(0);
        if (span.name().isEmpty()) {
            missing.add("name");
        }
        if (span.traceId().isEmpty()) {
            missing.add("trace_id");
        }
        if (span.parentId().isEmpty()) {
            missing.add("parent_id");
        }
        if (span.host() == null) {
            missing.add("host");
        }
        return missing;
    }
}
