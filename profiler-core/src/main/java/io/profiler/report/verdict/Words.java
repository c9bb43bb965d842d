// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.internal.Surrogates;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A sentence about a trace, in which data is told apart from words: data may hold any characters, so whoever shows it has
 * to escape it.
 *
 * @param parts what it is made of
 * @since 0.1
 */
public record Words(List<Part> parts) {

    /**
     * A part of a sentence.
     *
     * @param text the part, of bounded length
     * @param data whether it comes out of the trace
     * @since 0.1
     */
    public record Part(String text, boolean data) {}

    static final Words NONE = of("");

    private static final int LONGEST_DATA = 80;

    /** A copy of the parts is kept, words one after another put together. */
    public Words {
        parts = joined(parts);
    }

    /** Of words one after another, one part. */
    private static List<Part> joined(List<Part> parts) {
        List<Part> joined = new ArrayList<>(parts.size());
        for (Part part : parts) {
            int last = joined.size() - 1;
            if (part.data() || last < 0 || joined.get(last).data()) {
                joined.add(part);
            } else {
                joined.set(last, new Part(joined.get(last).text() + part.text(), false));
            }
        }
        return List.copyOf(joined);
    }

    static Words of(String words) {
        return new Words(List.of(new Part(words, false)));
    }

    static Words ofData(String data) {
        return NONE.data(data);
    }

    Words and(String words) {
        return plus(new Part(words, false));
    }

    Words and(Words words) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(words.parts());
        return new Words(all);
    }

    Words data(String data) {
        return plus(new Part(bounded(data), true));
    }

    private Words plus(Part part) {
        return part.text().isEmpty() ? this : and(new Words(List.of(part)));
    }

    private static String bounded(String data) {
        return data.length() <= LONGEST_DATA ? data : Surrogates.beginning(data, LONGEST_DATA) + "…";
    }

    /** {@return the sentence with data between backticks} */
    @Override
    public String toString() {
        return parts.stream()
                .map(part -> part.data() ? '`' + part.text() + '`' : part.text())
                .collect(Collectors.joining());
    }
}
