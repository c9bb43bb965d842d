// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import io.profiler.cli.TextTable.Column;
import io.profiler.report.ReadableDuration;
import io.profiler.report.Report;
import io.profiler.report.VisibleText;
import io.profiler.report.analysis.SpanFigures;
import io.profiler.report.analysis.SpanPath;
import io.profiler.report.compare.Comparison;
import io.profiler.report.compare.PathChange;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;

/** Paths and their figures as tables for people. */
final class PathTables {

    private static final int LONGEST_PATH = 200;

    private final VisibleText text;
    private final ReadableDuration durations;

    /**
     * @param charset charset of the place where they are printed
     */
    PathTables(Charset charset) {
        this.text = new VisibleText(charset);
        this.durations = new ReadableDuration(text.of("µ").equals("µ") ? "µs" : "us");
    }

    String of(Comparison comparison) {
        TextTable table = new TextTable(
                new Column("difference", true),
                new Column("before", true),
                new Column("after", true),
                new Column("count", true),
                new Column("errors", true),
                new Column("path", false));
        for (PathChange change : comparison.changes()) {
            table.add(
                    signed(change.differenceMicros()),
                    change.countBefore() == 0 ? "" : durations.of(change.microsBefore()),
                    change.countAfter() == 0 ? "" : durations.of(change.microsAfter()),
                    counts(change.countBefore(), change.countAfter()),
                    change.errorsBefore() + change.errorsAfter() == 0
                            ? ""
                            : counts(change.errorsBefore(), change.errorsAfter()),
                    path(change.names()));
        }
        return "before  " + head(comparison.before()) + "\nafter   " + head(comparison.after()) + "\n\n" + print(table);
    }

    private String head(Report report) {
        return durations.of(report.durationMicros()) + "  " + text.of(cut(report.title()));
    }

    private String signed(long micros) {
        return micros > 0 ? "+" + durations.of(micros) : durations.of(micros);
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
                new Column("errors", true),
                new Column("path", false));
        paths.forEach((path, figures) -> table.add(
                String.valueOf(figures.count()),
                durations.of(figures.medianMicros()),
                durations.of(figures.p95Micros()),
                durations.of(figures.p99Micros()),
                figures.errors() == 0 ? "" : String.valueOf(figures.errors()),
                path(path.names())));
        return traces + (traces == 1 ? " trace" : " traces") + "\n\n" + print(table);
    }

    private String path(List<String> names) {
        return text.of(cut(String.join(" > ", names)));
    }

    private static String cut(String data) {
        return data.length() <= LONGEST_PATH ? data : data.substring(0, LONGEST_PATH) + "...";
    }

    private static String print(TextTable table) {
        StringWriter printed = new StringWriter();
        table.print(new PrintWriter(printed));
        return printed.toString().stripTrailing();
    }
}
