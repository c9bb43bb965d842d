// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import io.profiler.report.Report;
import io.profiler.report.internal.analysis.Requests;
import io.profiler.report.internal.analysis.SelfTimes;
import io.profiler.report.internal.analysis.SpanFigures;
import io.profiler.report.internal.analysis.StatementFigures;
import io.profiler.report.internal.analysis.StatementGroups;
import io.profiler.report.internal.text.MarkdownText;
import io.profiler.report.internal.text.ReadableDuration;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The statements that took most time. */
final class MarkdownStatements {

    private static final int ROWS = 10;

    private final Report report;
    private final MarkdownText text;
    private final SpanLabel label = new SpanLabel();
    private final ReadableDuration duration = new ReadableDuration("µs");

    MarkdownStatements(Report report, MarkdownText text) {
        this.report = report;
        this.text = text;
    }

    void write() throws IOException {
        Map<String, StatementFigures> statements = StatementGroups.of(report, SelfTimes.of(report));
        if (statements.isEmpty()) {
            return;
        }
        long busyMicros = Requests.of(report).busyMicros();
        text.heading("By statement");
        text.tableHead(List.of("Statement", "Count", "Duplicates", "Total", "Share", "Average", "Max", "Rows"));
        List<Map.Entry<String, StatementFigures>> longest = statements.entrySet().stream()
                .sorted(Comparator.comparingLong(
                        entry -> -entry.getValue().figures().totalMicros()))
                .limit(ROWS)
                .toList();
        for (Map.Entry<String, StatementFigures> entry : longest) {
            text.row(row(MarkdownText.code(label.visible(entry.getKey())), entry.getValue(), busyMicros));
        }
    }

    private List<String> row(String statement, StatementFigures group, long busyMicros) {
        SpanFigures figures = group.figures();
        return List.of(
                statement,
                Long.toString(figures.count()),
                Long.toString(group.duplicates()),
                duration.of(figures.totalMicros()),
                MarkdownText.share(figures.selfMicros(), busyMicros),
                duration.of(group.averageMicros()),
                duration.of(figures.maxMicros()),
                group.rows() == null ? "" : group.rows().toString());
    }
}
