// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextWidthTest {

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "abc, 3",
        "\u017elu\u0165, 4",
        "e\u0301a\u20dd, 2",
        "\u6f22\u5b57, 4",
        "\uff21\uff9e, 3",
        "\ud55c\uad6d, 4",
        "\u1112\u1161\u11ab, 2",
        "\ud83d\ude00, 2",
        "\ud83c\udde8\ud83c\uddff, 2",
        "\ud840\udc00, 2",
        "\u2122\u2502\u2587, 3"
    })
    void isThatOnTheScreen(String text, int columns) {
        assertThat(TextWidth.of(text)).isEqualTo(columns);
    }

    @Test
    void aBeginningHoldsWholeLettersWithTheirAccents() {
        assertThat(TextWidth.beginning("\u6f22\u5b57", 3)).isEqualTo("\u6f22");
        assertThat(TextWidth.beginning("ae\u0301o", 2)).isEqualTo("ae\u0301");
        assertThat(TextWidth.beginning("a\ud83d\ude00", 2)).isEqualTo("a");
        assertThat(TextWidth.beginning("abc", 5)).isEqualTo("abc");
        assertThat(TextWidth.beginning("abc", 0)).isEmpty();
    }
}
