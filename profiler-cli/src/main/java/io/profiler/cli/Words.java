// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import java.util.StringJoiner;

/**
 * Text that is broken between words.
 *
 * @param indent what its line begins with, and those that go on
 */
record Words(String indent, String text) {

    static Words of(String line) {
        String text = line.stripLeading();
        return new Words(" ".repeat(line.length() - text.length()), text);
    }

    /** Lines of so many columns; a word that is longer has one of its own. */
    String in(int columns) {
        StringBuilder lines = new StringBuilder();
        StringJoiner line = new StringJoiner(" ", indent, "\n");
        for (String word : text.split(" ")) {
            if (line.length() + word.length() > columns && line.length() > indent.length() + 1) {
                lines.append(line);
                line = new StringJoiner(" ", indent, "\n");
            }
            line.add(word);
        }
        return lines.append(line).toString();
    }
}
