// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.SpanError;
import io.profiler.report.internal.analysis.Repeat;
import io.profiler.report.internal.analysis.Repeats;
import io.profiler.report.internal.text.MarkdownText;
import io.profiler.report.internal.text.ReadableDuration;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** What repeats, and what failed. */
final class MarkdownRemarks {

    private static final int LINES = 10;

    private final Report report;
    private final MarkdownText text;
    private final SpanLabel label = new SpanLabel();
    private final ReadableDuration duration = new ReadableDuration("µs");

    MarkdownRemarks(Report report, MarkdownText text) {
        this.report = report;
        this.text = text;
    }

    void write() throws IOException {
        writeRepeats(Repeats.in(report));
        writeErrors(report.spans().stream().filter(span -> span.error() != null).toList());
    }

    private void writeRepeats(List<Repeat> repeats) throws IOException {
        if (repeats.isEmpty()) {
            return;
        }
        text.heading("Repeats");
        List<Repeat> longest = repeats.stream()
                .sorted(Comparator.comparingLong(Repeat::totalMicros).reversed())
                .limit(LINES)
                .toList();
        for (Repeat repeat : longest) {
            String parent = repeat.parent() == null ? "" : " below " + code(label.of(repeat.parent()));
            String operation = code(label.of(repeat.spans().get(0)));
            text.line("- " + repeat.count() + " × " + operation + parent + ": " + duration.of(repeat.totalMicros()));
        }
        writeRest(repeats.size());
    }

    private void writeErrors(List<ReportSpan> failed) throws IOException {
        if (failed.isEmpty()) {
            return;
        }
        text.heading("Errors");
        for (ReportSpan span : failed.subList(0, Math.min(LINES, failed.size()))) {
            SpanError error = span.error();
            text.line("- " + code(label.of(span)) + ": " + code(label.visible(String.valueOf(error))));
        }
        writeRest(failed.size());
    }

    private void writeRest(int lines) throws IOException {
        if (lines > LINES) {
            text.line("- and " + (lines - LINES) + " more");
        }
    }

    private static String code(String visible) {
        return MarkdownText.code(visible);
    }
}
