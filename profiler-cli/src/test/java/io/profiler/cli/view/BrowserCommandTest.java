// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserCommandTest {

    @ParameterizedTest
    @CsvSource({
        "firefox, firefox|page",
        "google-chrome --incognito, google-chrome|--incognito|page",
        "b -raise openURL(%s) -new, b|-raise|openURL(page)|-new"
    })
    void hasItsArgumentsAndThePage(String text, String started) {
        assertThat(BrowserCommand.list(text))
                .singleElement()
                .satisfies(command -> assertThat(command.showing("page")).containsExactly(started.split("\\|")));
    }

    @Test
    void severalAreTriedInTheirOrder() {
        assertThat(BrowserCommand.list("firefox:chromium --x::"))
                .extracting(BrowserCommand::program)
                .containsExactly("firefox", "chromium");
    }

    @Test
    void aFileIsNotTakenApart(@TempDir Path folder) throws IOException {
        String program = Files.createFile(folder.resolve("a b")).toString();

        assertThat(BrowserCommand.list(program + ":c"))
                .extracting(BrowserCommand::program)
                .containsExactly(program, "c");
    }
}
