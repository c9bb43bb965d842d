// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import io.profiler.cli.trace.TextTable.Column;
import io.profiler.internal.VisibleText;
import io.profiler.report.compare.Change;
import io.profiler.report.compare.Comparison;
import io.profiler.report.compare.ComparisonWords;
import io.profiler.report.compare.PathTotals;
import io.profiler.report.compare.Sentence;
import io.profiler.report.compare.Side;
import io.profiler.report.compare.Spread;
import io.profiler.report.internal.analysis.TraceTitle;
import io.profiler.report.internal.text.ReadableDuration;
import java.nio.charset.Charset;

/** A comparison for people: what it comes to, and a table of the paths. */
final class ComparisonTable {

    private final VisibleText text;
    private final ReadableDuration durations;
    private final Comparison comparison;
    private final ComparisonWords words;

    /**
     * @param charset charset of the place where it is printed
     */
    ComparisonTable(Comparison comparison, Charset charset) {
        this.text = new VisibleText(charset);
        this.durations = ReadableDuration.in(charset);
        this.comparison = comparison;
        this.words = new ComparisonWords(comparison, charset);
    }

    String print() {
        TextTable table = new TextTable(
                new Column("self time", true),
                new Column("before", true),
                new Column("after", true),
                new Column("total", true),
                new Column("count", true),
                new Column("unfinished", true),
                new Column("errors", true),
                new Column("path", false));
        comparison.changes().forEach(change -> add(change, table));
        return "before  " + head(comparison.before()) + "\nafter   " + head(comparison.after()) + "\n\n" + conclusion()
                + "\n" + table.text();
    }

    /** Of several traces the last. */
    private String head(Side side) {
        String refusals = side.refusals();
        return durations.of(side.micros().median()) + "  "
                + text.of(TextTable.cut(TraceTitle.of(side.last()), TextTable.LONGEST_TEXT))
                + (refusals == null ? "" : ", " + text.of(refusals));
    }

    private String conclusion() {
        StringBuilder conclusion = new StringBuilder(line(words.headline()) + ": " + words.totals() + "\n");
        words.causes()
                .forEach(cause -> conclusion.append("  ").append(line(cause)).append('\n'));
        words.cautions()
                .forEach(caution ->
                        conclusion.append("note: ").append(line(caution)).append('\n'));
        return conclusion.toString();
    }

    private String line(Sentence sentence) {
        return sentence.line(text::of);
    }

    private void add(Change change, TextTable table) {
        PathTotals before = change.before();
        PathTotals after = change.after();
        table.add(
                change.isTimeKnown() ? words.difference(change.selfDifferenceMicros()) : "unknown",
                time(before),
                time(after),
                change.isTimeKnown() ? words.difference(change.differenceMicros()) : "unknown",
                words.numbers(before.count(), after.count()),
                ifAny(before.unfinished(), after.unfinished()),
                ifAny(before.errors(), after.errors()),
                text.of(ComparisonWords.path(change, " > ")));
    }

    private String time(PathTotals totals) {
        return totals.count().max() == totals.unfinished().max()
                ? ""
                : durations.of(totals.selfMicros().median());
    }

    private String ifAny(Spread before, Spread after) {
        return before.max() + after.max() == 0 ? "" : words.numbers(before, after);
    }
}
