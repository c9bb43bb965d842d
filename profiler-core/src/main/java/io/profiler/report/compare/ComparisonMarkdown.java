// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import io.profiler.internal.VisibleText;
import io.profiler.report.internal.analysis.TraceTitle;
import io.profiler.report.internal.text.MarkdownText;
import io.profiler.report.internal.text.ReadableDuration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A comparison in GitHub Flavored Markdown, for a pull request or the summary of a pipeline.
 *
 * @see <a href="https://github.github.com/gfm/">GitHub Flavored Markdown</a>
 * @since 0.1
 */
public final class ComparisonMarkdown {

    private static final int ROWS = 10;
    private static final int LONGEST = 200;

    private final VisibleText visible = new VisibleText(StandardCharsets.UTF_8);
    private final ReadableDuration duration = new ReadableDuration("µs");

    /** Makes a renderer, which serves any number of comparisons. */
    public ComparisonMarkdown() {}

    /**
     * Writes the summary, without a final newline.
     *
     * @param comparison the comparison
     * @param failures of conditions, one line each, see {@link Condition#failure}
     * @param out where to; it is neither flushed nor closed
     * @throws IOException if {@code out} throws it
     */
    public void render(Comparison comparison, List<String> failures, Appendable out) throws IOException {
        MarkdownText text = new MarkdownText(out);
        ComparisonWords words = new ComparisonWords(comparison, StandardCharsets.UTF_8);
        text.line("## Comparison: " + code(TraceTitle.of(comparison.after().last())));
        text.line("").line("**" + words.headline().line(this::code) + "**: " + words.totals());
        for (Sentence caution : words.cautions()) {
            text.line("").line("> **Note:** " + caution.line(this::code));
        }
        writeList(
                failures.stream().map(failure -> "**Failed:** " + code(failure)).toList(), text);
        writeList(words.causes().stream().map(cause -> cause.line(this::code)).toList(), text);
        writeTraces(comparison, text);
        writeChanges(comparison.changes(), words, text);
    }

    private static void writeList(List<String> items, MarkdownText text) throws IOException {
        if (!items.isEmpty()) {
            text.line("");
        }
        for (String item : items) {
            text.line("- " + item);
        }
    }

    private void writeTraces(Comparison comparison, MarkdownText text) throws IOException {
        text.line("").line("Before: " + ids(comparison.before())).line("");
        text.line("After: " + ids(comparison.after()));
    }

    private String ids(Side side) {
        return side.traces().stream()
                .limit(ROWS)
                .map(report -> code(Objects.requireNonNullElse(report.baseId(), "?")))
                .collect(Collectors.joining(", "));
    }

    private void writeChanges(List<Change> changes, ComparisonWords words, MarkdownText text) throws IOException {
        text.heading("What changed most, by self time");
        text.tableHead(List.of("Path", "Self time", "Before", "After", "Total", "Count", "Errors"));
        for (Change change : changes.subList(0, Math.min(ROWS, changes.size()))) {
            text.row(row(change, words));
        }
        if (changes.size() > ROWS) {
            text.line("").line("and " + (changes.size() - ROWS) + " more");
        }
    }

    private List<String> row(Change change, ComparisonWords words) {
        boolean known = change.isTimeKnown();
        return List.of(
                code(ComparisonWords.path(change, " › ")),
                known ? words.difference(change.selfDifferenceMicros()) : "unknown",
                duration.of(change.before().selfMicros().median()),
                duration.of(change.after().selfMicros().median()),
                known ? words.difference(change.differenceMicros()) : "unknown",
                words.numbers(change.before().count(), change.after().count()),
                words.numbers(change.before().errors(), change.after().errors()));
    }

    /** The end tells most of a long path. */
    private String code(String data) {
        int length = data.codePointCount(0, data.length());
        String shown =
                length <= LONGEST ? data : "…" + data.substring(data.offsetByCodePoints(data.length(), -LONGEST));
        return MarkdownText.code(shown.isEmpty() ? "?" : visible.of(shown));
    }
}
