// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import io.profiler.cli.trace.TextTable.Column;
import io.profiler.internal.VisibleText;
import io.profiler.report.Report;
import io.profiler.report.compare.Comparison;
import io.profiler.report.compare.PathChange;
import io.profiler.report.compare.PathTotals;
import io.profiler.report.internal.analysis.RequestWords;
import io.profiler.report.internal.analysis.Requests;
import io.profiler.report.internal.analysis.SpanFigures;
import io.profiler.report.internal.analysis.SpanPath;
import io.profiler.report.internal.analysis.TraceTitle;
import io.profiler.report.internal.text.ReadableDuration;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;

/** Paths and their figures as tables for people. */
final class PathTables {

    private static final int LONGEST_TEXT = 200;

    private final VisibleText text;
    private final ReadableDuration durations;

    /**
     * @param charset charset of the place where they are printed
     */
    PathTables(Charset charset) {
        this.text = new VisibleText(charset);
        this.durations = ReadableDuration.in(charset);
    }

    String of(Comparison comparison) {
        TextTable table = new TextTable(
                new Column("difference", true),
                new Column("before", true),
                new Column("after", true),
                new Column("count", true),
                new Column("unfinished", true),
                new Column("errors", true),
                new Column("path", false));
        for (PathChange change : comparison.changes()) {
            table.add(
                    change.isTimeKnown() ? signed(change.differenceMicros()) : "unknown",
                    time(change.before()),
                    time(change.after()),
                    counts(change.before().count(), change.after().count()),
                    countsIfAny(change.before().unfinished(), change.after().unfinished()),
                    countsIfAny(change.before().errors(), change.after().errors()),
                    path(change.names()));
        }
        return "before  " + head(comparison.before()) + "\nafter   " + head(comparison.after()) + "\n\n" + print(table);
    }

    private String head(Report report) {
        Requests requests = Requests.of(report);
        String refusals = RequestWords.refusals(requests);
        return durations.of(requests.busyMicros()) + "  " + text.of(cut(TraceTitle.of(report, requests)))
                + (refusals == null ? "" : ", " + text.of(refusals));
    }

    private String signed(long micros) {
        return micros > 0 ? "+" + durations.of(micros) : durations.of(micros);
    }

    private String time(PathTotals totals) {
        return totals.count() == totals.unfinished() ? "" : durations.of(totals.micros());
    }

    private static String countsIfAny(long before, long after) {
        return before + after == 0 ? "" : counts(before, after);
    }

    private static String counts(long before, long after) {
        return before == after ? String.valueOf(after) : before + " to " + after;
    }

    String of(int traces, Map<SpanPath, SpanFigures> paths) {
        TextTable table = new TextTable(
                new Column("count", true),
                new Column("p50", true),
                new Column("p95", true),
                new Column("p99", true),
                new Column("unfinished", true),
                new Column("errors", true),
                new Column("path", false));
        paths.forEach((path, figures) -> table.add(
                String.valueOf(figures.count()),
                durations.of(figures.medianMicros()),
                durations.of(figures.p95Micros()),
                durations.of(figures.p99Micros()),
                ifAny(figures.unfinished()),
                ifAny(figures.errors()),
                path(path.names())));
        return traces + (traces == 1 ? " trace" : " traces") + "\n\n" + print(table);
    }

    private static String ifAny(long count) {
        return count == 0 ? "" : String.valueOf(count);
    }

    /** The end tells most of a long path. */
    private String path(List<String> names) {
        String path = String.join(" > ", names);
        int length = path.codePointCount(0, path.length());
        return text.of(
                length <= LONGEST_TEXT
                        ? path
                        : "..." + path.substring(path.offsetByCodePoints(path.length(), -LONGEST_TEXT)));
    }

    private static String cut(String title) {
        int length = title.codePointCount(0, title.length());
        return length <= LONGEST_TEXT ? title : title.substring(0, title.offsetByCodePoints(0, LONGEST_TEXT)) + "...";
    }

    private static String print(TextTable table) {
        StringWriter printed = new StringWriter();
        table.print(new PrintWriter(printed));
        return printed.toString().stripTrailing();
    }
}
