// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceFormatTest {

    @TempDir
    private Path directory;

    /** It used to end halfway. */
    @Test
    void halfACharacterDoesNotStopAFile() throws IOException {
        Path report = Files.writeString(
                directory.resolve("report.json"),
                "{\"info\": {}, \"children\": [{\"info\": {\"name\": \"a\\ud800b\"}, \"children\": []}]}");

        for (TraceFormat format : TraceFormat.values()) {
            Path file = directory.resolve("out" + format.option());
            String[] show = {"trace", "show", report.toString(), format.option()};
            CommandRun printed = CommandRun.of(show);
            CommandRun written =
                    CommandRun.of("trace", "show", report.toString(), format.option(), "--out", file.toString());

            assertThat(written.exitCode()).isEqualTo(printed.exitCode());
            if (printed.exitCode() == 0) {
                assertThat(Files.readString(file) + "\n").isEqualTo(printed.out());
            } else {
                assertThat(file).doesNotExist();
            }
        }
    }
}
