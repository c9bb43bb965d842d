// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** GitHub Flavored Markdown, piece by piece. Data stands in code spans, where nothing is markup, link or mention. */
final class MarkdownText {

    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private final Appendable out;
    private boolean empty = true;

    MarkdownText(Appendable out) {
        this.out = out;
    }

    /** One line of visible text as a code span, which is fenced with more backticks than the text holds in a row. */
    static String code(String text) {
        int longest = 0;
        Matcher backticks = BACKTICKS.matcher(text);
        while (backticks.find()) {
            longest = Math.max(longest, backticks.group().length());
        }
        String fence = "`".repeat(longest + 1);
        boolean padded = text.startsWith("`") || text.endsWith("`") || isPadded(text);
        return padded ? fence + " " + text + " " + fence : fence + text + fence;
    }

    /** A blank at both ends would be taken for padding. */
    private static boolean isPadded(String text) {
        return text.startsWith(" ") && text.endsWith(" ") && !text.isBlank();
    }

    MarkdownText line(String text) throws IOException {
        if (!empty) {
            out.append('\n');
        }
        empty = false;
        out.append(text);
        return this;
    }

    MarkdownText heading(String text) throws IOException {
        return line("").line("### " + text).line("");
    }

    /** The first column is of texts, the others are of numbers. */
    void tableHead(List<String> columns) throws IOException {
        row(columns);
        line("|---|" + "---:|".repeat(columns.size() - 1));
    }

    void row(List<String> cells) throws IOException {
        line(cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |")));
    }
}
