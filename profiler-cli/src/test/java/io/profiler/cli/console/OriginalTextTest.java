// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.profiler.cli.CommandRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginalTextTest {

    @TempDir
    private Path process;

    @Test
    void restoresTheLettersOfArguments() throws IOException {
        given("cmdline", "java\0-jar\0profiler.jar\0request\0\u017e=\u6f22\0\0\u00e9\0");

        assertThat(new OriginalText(process)
                        .arguments("request", "\ufffd\ufffd=\ufffd\ufffd\ufffd", "", "\ufffd\ufffd"))
                .containsExactly("request", "\u017e=\u6f22", "", "\u00e9");
        assertThat(new OriginalText(process).arguments("as", "seen")).containsExactly("as", "seen");
    }

    @Test
    void restoresTheLettersOfVariables() throws IOException {
        given("environ", "A=1\0KEY=\u017e=\u00e9\0=C:\0");

        assertThat(new OriginalText(process)
                        .environment(Map.of("A", "1", "KEY", "\ufffd\ufffd=\ufffd\ufffd", "B", "2")))
                .isEqualTo(Map.of("A", "1", "KEY", "\u017e=\u00e9", "B", "2"));
    }

    @Test
    void refusesWhatIsNotUtf8AndWhatIsNotThere() throws IOException {
        String refused =
                "this locale cannot take the letters of argument 2; set LC_ALL=C.UTF-8, and give letters in UTF-8,"
                        + " or send a body with -d @FILE";
        assertThatExceptionOfType(CommandFailure.class)
                .isThrownBy(() -> new OriginalText(process).arguments("-d", "\ufffd"))
                .withMessage(refused);

        Files.write(process.resolve("cmdline"), new byte[] {'-', 'd', 0, (byte) 0xe9, 0});

        assertThatExceptionOfType(CommandFailure.class)
                .isThrownBy(() -> new OriginalText(process).arguments("-d", "\ufffd"))
                .withMessage(refused);
        assertThat(CommandRun.in(Map.of("OS_PROFILE", "\ufffd"), "headers"))
                .isEqualTo(new CommandRun(
                        1, "", "profiler: this locale cannot take the letters of OS_PROFILE; set LC_ALL=C.UTF-8\n"));
    }

    private void given(String file, String content) throws IOException {
        Files.write(process.resolve(file), content.getBytes(StandardCharsets.UTF_8));
    }
}
