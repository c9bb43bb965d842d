// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import io.profiler.report.Report;
import io.profiler.report.internal.analysis.Completeness;
import io.profiler.report.internal.analysis.Finding;
import io.profiler.report.internal.analysis.Findings;
import io.profiler.report.internal.analysis.JvmTimes;
import io.profiler.report.internal.analysis.ReportTotals;
import io.profiler.report.internal.analysis.RequestWords;
import io.profiler.report.internal.analysis.Requests;
import io.profiler.report.internal.analysis.TraceCost;
import io.profiler.report.internal.analysis.TraceTitle;
import io.profiler.report.internal.analysis.UnexplainedTime;
import io.profiler.report.internal.text.MarkdownText;
import io.profiler.report.internal.text.ReadableDuration;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which trace it is, what it adds up to, and what is wrong with its data. */
final class MarkdownHead {

    private static final int NAMES = 5;

    private final Report report;
    private final Requests requests;
    private final MarkdownText text;
    private final SpanLabel label = new SpanLabel();

    MarkdownHead(Report report, MarkdownText text) {
        this.report = report;
        this.requests = Requests.of(report);
        this.text = text;
    }

    void write(Instant now) throws IOException {
        String baseId = report.baseId();
        Instant startedAt = report.startedAt();
        text.line("## " + code(TraceTitle.of(report, requests))).line("").line(totals());
        if (baseId != null) {
            String at = startedAt == null ? "" : ", started at " + startedAt;
            text.line("").line("Trace " + code(baseId) + at);
        }
        String jvm = JvmTimes.of(report).words(new ReadableDuration("µs"));
        if (jvm != null) {
            text.line("").line(jvm);
        }
        Completeness completeness = Completeness.of(report);
        if (completeness.isTold()) {
            text.line("").line(completeness.words(this::code));
        }
        for (Finding finding : Findings.in(report, now)) {
            text.line("").line("> **Data:** " + finding.summary() + names(finding));
        }
    }

    private String totals() {
        ReportTotals totals = ReportTotals.of(report);
        long spans = totals.spans();
        String services =
                totals.services().stream().limit(NAMES).map(this::code).collect(Collectors.joining(", "));
        ReadableDuration duration = new ReadableDuration("µs");
        RequestWords words = new RequestWords(report, requests, duration);
        String unexplained = UnexplainedTime.of(report).words(duration);
        String cost = TraceCost.of(report).words(duration);
        return "**" + words.times() + "**" + (unexplained == null ? "" : ", " + unexplained) + ", " + spans
                + (spans == 1 ? " span" : " spans")
                + (services.isEmpty() ? "" : " in " + services)
                + errors(totals.errors(), RequestWords.refusals(requests))
                + (cost == null ? "" : ", " + cost);
    }

    private String errors(long errors, @Nullable String refusals) {
        String refused = refusals == null ? "" : ", " + label.visible(refusals);
        return refusals != null && errors == 0
                ? refused
                : refused + ", " + errors + (errors == 1 ? " error" : " errors");
    }

    private String names(Finding finding) {
        String names = finding.names().stream().limit(NAMES).map(this::code).collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : ": " + names + (finding.names().size() > NAMES ? ", …" : "");
    }

    private String code(String data) {
        return MarkdownText.code(label.visible(data));
    }
}
