// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.option.OutputFileOptions;
import io.profiler.report.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphvizProgramTest {

    @TempDir
    private Path directory;

    @Test
    void saysThatTheProgramIsMissing() {
        GraphvizProgram missing = new GraphvizProgram("no-such-program", Duration.ofMinutes(1));

        assertThatExceptionOfType(CommandFailure.class)
                .isThrownBy(
                        () -> missing.draw(Report.of(List.of()), directory.resolve("graph"), new OutputFileOptions()))
                .withMessage("--render-dot needs Graphviz's 'no-such-program' program, which cannot be started;"
                        + " install Graphviz, or use --dot");
        assertThat(directory).isEmptyDirectory();
    }
}
