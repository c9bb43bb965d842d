// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    private Progress begin(Map<String, String> variables, boolean outSeen, boolean errorsSeen) {
        return Progress.of(
                "Reading",
                new Environment(variables, StandardCharsets.UTF_8, outSeen, false),
                new Remarks(terminal, StandardCharsets.UTF_8, errorsSeen));
    }

    private String written() {
        return terminal.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatTakesLongIsToldAndLeavesNothing() {
        Progress progress = begin(Map.of(), true, true);

        await().atMost(Duration.ofSeconds(30)).until(() -> written().split("Reading", -1).length > 3);
        progress.close();

        assertThat(written()).matches("(\\rReading, \\d+ s\033\\[K)+\\r\033\\[K");
    }

    @Test
    void whatIsDoneInsideIsNotToldBesides() {
        Environment seen = new Environment(Map.of(), StandardCharsets.UTF_8, true, false);
        Remarks remarks = new Remarks(terminal, StandardCharsets.UTF_8, true);
        Progress outer = Progress.of("Adding up", seen, remarks);
        Progress inner = Progress.of("Reading", seen, remarks);

        await().atMost(Duration.ofSeconds(30)).until(() -> written().contains("Adding up, "));
        inner.close();
        outer.close();
        try (Progress next = Progress.of("Writing", seen, remarks)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> written().contains("Writing, "));
            assertThat(next).isNotNull();
        }

        assertThat(written()).doesNotContain("Reading");
    }

    @Test
    void whatIsSoonDoneIsNotTold() {
        begin(Map.of(), true, true).close();

        assertThat(written()).isEmpty();
    }

    @Test
    void nothingIsToldButToAPerson() {
        assertThat(isSeen(Map.of(), true, true)).isTrue();
        assertThat(isSeen(Map.of(), false, true)).isFalse();
        assertThat(isSeen(Map.of(), true, false)).isFalse();
        assertThat(isSeen(Map.of("TERM", "dumb"), true, true)).isFalse();
    }

    private boolean isSeen(Map<String, String> variables, boolean outSeen, boolean errorsSeen) {
        return Progress.isSeen(
                new Environment(variables, StandardCharsets.UTF_8, outSeen, false),
                new Remarks(terminal, StandardCharsets.UTF_8, errorsSeen));
    }
}
