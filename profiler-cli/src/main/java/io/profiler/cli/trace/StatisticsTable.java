// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import io.profiler.cli.trace.TextTable.Column;
import io.profiler.internal.VisibleText;
import io.profiler.report.internal.analysis.SpanFigures;
import io.profiler.report.internal.text.ReadableDuration;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures of many traces as a table for people. */
final class StatisticsTable {

    private final VisibleText text;
    private final ReadableDuration durations;

    /**
     * @param charset charset of the place where they are printed
     */
    StatisticsTable(Charset charset) {
        this.text = new VisibleText(charset);
        this.durations = ReadableDuration.in(charset);
    }

    /** The rows in their order, with the share of each in the time of all traces. */
    String of(StatisticsSubject subject, int traces, long totalMicros, Map<List<String>, SpanFigures> rows) {
        TextTable table = new TextTable(
                new Column("time", true),
                new Column("share", true),
                new Column("self", true),
                new Column("count", true),
                new Column("p50", true),
                new Column("p95", true),
                new Column("p99", true),
                new Column("unfinished", true),
                new Column("errors", true),
                new Column(subject.heading(), false));
        rows.forEach((label, figures) -> table.add(
                durations.of(figures.totalMicros()),
                share(figures.totalMicros(), totalMicros),
                durations.of(figures.selfMicros()),
                String.valueOf(figures.count()),
                durations.of(figures.medianMicros()),
                durations.of(figures.p95Micros()),
                durations.of(figures.p99Micros()),
                ifAny(figures.unfinished()),
                ifAny(figures.errors()),
                label(String.join(subject.separator(), label))));
        return traces + (traces == 1 ? " trace, " : " traces, ") + durations.of(totalMicros) + "\n\n" + table.text();
    }

    private static String share(long micros, long ofMicros) {
        return ofMicros <= 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * micros / ofMicros);
    }

    private static String ifAny(long count) {
        return count == 0 ? "" : String.valueOf(count);
    }

    /** The end tells most of a long path. */
    private String label(String label) {
        int length = label.codePointCount(0, label.length());
        return text.of(
                length <= TextTable.LONGEST_TEXT
                        ? label
                        : "..." + label.substring(label.offsetByCodePoints(label.length(), -TextTable.LONGEST_TEXT)));
    }
}
