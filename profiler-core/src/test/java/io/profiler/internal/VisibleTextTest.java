// SPDX-License-Identifier: Apache-2.0
package io.profiler.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VisibleTextTest {

    private final VisibleText text = new VisibleText(StandardCharsets.UTF_8);

    @Test
    void keepsLetters() {
        assertThat(text.of("žluťoučký 漢字 😀 \"q\" \\")).isEqualTo("žluťoučký 漢字 😀 \"q\" \\");
    }

    @Test
    void escapesWhatControlsATerminal() {
        assertThat(text.of("\u001b[2J\u009b1m\u0007\b\u007f\r\n\t\0"))
                .isEqualTo("\\x1b[2J\\x9b1m\\x07\\x08\\x7f\\r\\n\\t\\x00");
    }

    @Test
    void escapesWhatReversesOrHidesText() {
        assertThat(text.of("a\u202eb\u2066c\u200bd\u2028e\ufefff\ud800g\udb40\udc41"))
                .isEqualTo("a\\u202eb\\u2066c\\u200bd\\u2028e\\ufefff\\ud800g\\U000e0041");
    }

    @Test
    void escapesLettersAndSymbolsThatLeaveNoMark() {
        assertThat(text.of("a\u034fb\u115fc\u3164d\uffa0e\u2800f\ufe0fg\udb40\udd00"))
                .isEqualTo("a\\u034fb\\u115fc\\u3164d\\uffa0e\\u2800f\\ufe0fg\\U000e0100");
    }

    @Test
    void keepsLinesAndTabsWhereTheyAreWanted() {
        assertThat(text.linesOf("a\r\n\tb\u001b[2J\rc\u0085d\u2028e")).isEqualTo("a\n\tb\\x1b[2J\\rc\\x85d\\u2028e");
    }

    @Test
    void isCutInAMessage() {
        assertThat(VisibleText.inMessage("a\r\nb")).isEqualTo("a\\r\\nb");
        assertThat(VisibleText.inMessage(null)).isEqualTo("null");
        assertThat(VisibleText.inMessage("x".repeat(1_000))).hasSize(1_000);
        assertThat(VisibleText.inMessage("x".repeat(999) + "😀" + "x".repeat(10_000)))
                .isEqualTo("x".repeat(999) + "\\ud83d…");
    }

    @Test
    void escapesWhatTheCharsetLacks() {
        assertThat(new VisibleText(StandardCharsets.ISO_8859_1).of("é漢")).isEqualTo("é\\u6f22");
    }
}
