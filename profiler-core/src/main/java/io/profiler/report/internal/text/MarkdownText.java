// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.text;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** GitHub Flavored Markdown, piece by piece. Data stands in code spans, where nothing is markup, link or mention. */
public final class MarkdownText {

    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private final Appendable out;
    private boolean empty = true;

    public MarkdownText(Appendable out) {
        this.out = out;
    }

    /** One line of visible text as a code span, which is fenced with more backticks than the text holds in a row. */
    public static String code(String text) {
        int longest = 0;
        Matcher backticks = BACKTICKS.matcher(text);
        while (backticks.find()) {
            longest = Math.max(longest, backticks.group().length());
        }
        String fence = "`".repeat(longest + 1);
        boolean padded = text.startsWith("`") || text.endsWith("`") || isPadded(text);
        return padded ? fence + " " + text + " " + fence : fence + text + fence;
    }

    /** A part of a whole, as {@code 12.3 %}; empty if there is no whole. */
    public static String share(long part, long whole) {
        return whole <= 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    /** A blank at both ends would be taken for padding. */
    private static boolean isPadded(String text) {
        return text.startsWith(" ") && text.endsWith(" ") && !text.isBlank();
    }

    public MarkdownText line(String text) throws IOException {
        if (!empty) {
            out.append('\n');
        }
        empty = false;
        out.append(text);
        return this;
    }

    public MarkdownText heading(String text) throws IOException {
        return line("").line("### " + text).line("");
    }

    /** The first column is of texts, the others are of numbers. */
    public void tableHead(List<String> columns) throws IOException {
        row(columns);
        line("|---|" + "---:|".repeat(columns.size() - 1));
    }

    public void row(List<String> cells) throws IOException {
        line(cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |")));
    }
}
