// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.report.Report;
import io.profiler.report.internal.text.ReadableDuration;
import io.profiler.report.verdict.Finding;
import io.profiler.report.verdict.LedgerRow;
import io.profiler.report.verdict.Verdict;
import io.profiler.report.verdict.Words;

/** What a page tells where no script may run: what the trace comes to. */
final class StaticSummary {

    private static final int ROWS = 10;

    private final String title;
    private final Report report;
    private final Verdict verdict;
    private final ReadableDuration duration = new ReadableDuration("µs");
    private final StringBuilder markup = new StringBuilder();

    StaticSummary(String title, Report report, Verdict verdict) {
        this.title = title;
        this.report = report;
        this.verdict = verdict;
    }

    String markup() {
        markup.append("<noscript><div class=\"noscript\">\n<h1>")
                .append(MarkupText.of(title))
                .append("</h1>\n<p>")
                .append(duration.of(verdict.ledger().totalMicros()))
                .append(", ")
                .append(report.spans().size())
                .append(" spans</p>\n");
        writeFindings();
        writeLayers();
        writeCauses();
        writeRows();
        return markup.append(
                        "<p>This page draws its trace with a script that is part of the file; allow scripts to see it."
                                + " It loads nothing and sends nothing.</p>\n</div></noscript>\n")
                .toString();
    }

    private void writeFindings() {
        if (verdict.lines().isEmpty()) {
            paragraph(words(verdict.sentence()));
        }
        for (Finding finding : verdict.lines()) {
            paragraph("<strong>" + words(finding.words()) + ".</strong> "
                    + finding.rule().advice());
        }
        if (verdict.reservation() != null) {
            paragraph(words(verdict.reservation()) + ".");
        }
    }

    private void writeLayers() {
        StringBuilder layers = new StringBuilder();
        verdict.ledger().layers().stream()
                .limit(ROWS)
                .forEach(layer -> layers.append(layers.isEmpty() ? "" : ", ")
                        .append(MarkupText.of(layer.label()))
                        .append(' ')
                        .append(verdict.ledger().share(layer.micros())));
        paragraph(layers.toString());
    }

    private void writeCauses() {
        if (verdict.causes().isTold()) {
            paragraph("Threads: " + MarkupText.of(verdict.causes().words()));
        }
    }

    private void writeRows() {
        markup.append("<table>\n");
        verdict.ledger().rows().stream().limit(ROWS).forEach(this::writeRow);
        markup.append("</table>\n");
    }

    private void writeRow(LedgerRow row) {
        markup.append("<tr><th>")
                .append(words(row.what()))
                .append("</th><td>")
                .append(row.count())
                .append(" ×</td><td>")
                .append(duration.of(row.micros()))
                .append("</td><td>")
                .append(verdict.ledger().share(row.micros()))
                .append("</td></tr>\n");
    }

    private void paragraph(String content) {
        markup.append("<p>").append(content).append("</p>\n");
    }

    private static String words(Words words) {
        StringBuilder text = new StringBuilder();
        for (Words.Part part : words.parts()) {
            String escaped = MarkupText.of(part.text());
            text.append(part.data() ? "<code>" + escaped + "</code>" : escaped);
        }
        return text.toString();
    }
}
