// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutOfMemoryTest {

    private static final int HEAP_MEGABYTES = 32;

    @TempDir
    Path directory;

    @Test
    void saysHowToGiveMoreMemory() throws IOException, InterruptedException {
        Path report = directory.resolve("large.json");
        Files.writeString(report, "[" + "{},".repeat(HEAP_MEGABYTES << 18) + "{}]");

        Process command = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx" + HEAP_MEGABYTES + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProfilerCommand.class.getName(),
                        "trace",
                        "show",
                        report.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(command.waitFor()).isOne();
        assertThat(output)
                .startsWith("profiler: this takes more memory than the ")
                .contains(" java -Xmx")
                .hasLineCount(1);
    }
}
