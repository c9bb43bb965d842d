// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

    @TempDir
    Path folder;

    @Test
    void aStoreThatWorksIsOkInEachLineAndLeftAsItWas() {
        String store = "jdbc:h2:file:" + folder.resolve("traces");

        CommandRun run = CommandRun.of("doctor", "--connection-string", store);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSize(4).allMatch(line -> line.startsWith("ok      "));
        assertThat(CommandRun.of("trace", "list", "--connection-string", store).out())
                .doesNotContain("doctor");
    }

    @Test
    void aStoreThatIsAwayFailsInEachLineWithoutItsPassword() {
        CommandRun run = CommandRun.of("doctor", "--connection-string", "postgresql://u:geheim@127.0.0.1:1/x");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().lines()).hasSize(4).allMatch(line -> line.startsWith("FAILED  "));
        assertThat(run.err()).isEqualTo("profiler: 4 of 4 checks failed\n");
        assertThat(run.out() + run.err()).doesNotContain("geheim");
    }
}
