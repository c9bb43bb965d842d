// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {

    private static boolean coloured(Map<String, String> variables) {
        return new Environment(variables, StandardCharsets.UTF_8, true, false).coloured();
    }

    @Test
    void aTerminalHasColoursUnlessTheyAreNotWanted() {
        assertThat(coloured(Map.of())).isTrue();
        assertThat(coloured(Map.of("NO_COLOR", "1"))).isFalse();
        assertThat(coloured(Map.of("TERM", "dumb"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "PATH, C:, false",
        "WT_SESSION, 12ab, true",
        "ANSICON, 120x30, true",
        "ConEmuANSI, ON, true",
        "ConEmuANSI, OFF, false",
        "TERM, xterm-256color, true",
        "TERM, dumb, false"
    })
    void onWindowsOnlyATerminalThatSaysSoHas(String variable, String value, boolean expected) {
        Map<String, String> variables = new HashMap<>(Map.of("OS", "Windows_NT"));
        variables.put(variable, value);

        assertThat(coloured(variables)).isEqualTo(expected);
    }
}
