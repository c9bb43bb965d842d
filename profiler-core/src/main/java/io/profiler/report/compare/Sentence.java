// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A sentence about a comparison, in which data stands apart so that it can be escaped for the place where it is shown.
 *
 * @param before words before the data, with a blank at the end if there is some
 * @param data texts of the traces, which may hold any characters; none in most sentences
 * @param after words after the data
 * @since 0.1
 */
public record Sentence(String before, List<String> data, String after) {

    /** Copies the data. */
    public Sentence {
        data = List.copyOf(data);
    }

    static Sentence of(String words) {
        return new Sentence(words, List.of(), "");
    }

    /**
     * The sentence in one line.
     *
     * @param escape makes a text of the data fit for the place
     * @return words and data, which are as safe there as what {@code escape} gave
     */
    public String line(UnaryOperator<String> escape) {
        return before + data.stream().map(escape).collect(Collectors.joining(" and ")) + after;
    }
}
