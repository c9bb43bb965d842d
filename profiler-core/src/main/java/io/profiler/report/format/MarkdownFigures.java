// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import io.profiler.report.Report;
import io.profiler.report.internal.analysis.Requests;
import io.profiler.report.internal.analysis.SelfTimes;
import io.profiler.report.internal.analysis.SpanFigures;
import io.profiler.report.internal.analysis.SpanGroups;
import io.profiler.report.internal.text.MarkdownText;
import io.profiler.report.internal.text.ReadableDuration;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The figures by name. */
final class MarkdownFigures {

    private static final int ROWS = 10;

    private final Report report;
    private final MarkdownText text;
    private final SpanLabel label = new SpanLabel();
    private final ReadableDuration duration = new ReadableDuration("µs");

    MarkdownFigures(Report report, MarkdownText text) {
        this.report = report;
        this.text = text;
    }

    void write() throws IOException {
        writeNames(SpanGroups.byName(report, SelfTimes.of(report)));
    }

    private void writeNames(Map<String, SpanFigures> byName) throws IOException {
        long busyMicros = Requests.of(report).busyMicros();
        text.heading("By name");
        text.tableHead(List.of("Name", "Count", "Total", "Self", "Share", "Median", "p95", "Max", "Errors"));
        List<Map.Entry<String, SpanFigures>> longest = byName.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> -entry.getValue().selfMicros()))
                .limit(ROWS)
                .toList();
        for (Map.Entry<String, SpanFigures> entry : longest) {
            text.row(row(MarkdownText.code(label.visible(entry.getKey())), entry.getValue(), busyMicros));
        }
    }

    private List<String> row(String name, SpanFigures figures, long busyMicros) {
        return List.of(
                name,
                Long.toString(figures.count()),
                duration.of(figures.totalMicros()),
                duration.of(figures.selfMicros()),
                MarkdownText.share(figures.selfMicros(), busyMicros),
                duration.of(figures.medianMicros()),
                duration.of(figures.p95Micros()),
                duration.of(figures.maxMicros()),
                Long.toString(figures.errors()));
    }
}
