// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM that lacks what it takes to look inside: it says so in one line or not at all, and all else works. */
class MissingPartsTest {

    private static final String COMPLAINT = "The JVM's flight recorder cannot be used";

    @Test
    void withoutTheModulesThereAreLooksAlone(@TempDir Path folder) throws Exception {
        List<String> lines =
                run(folder, "--limit-modules", "java.base,java.logging,java.xml,java.naming,java.management");

        assertThat(lines).filteredOn(line -> line.contains(COMPLAINT)).hasSize(1);
        assertThat(lines).filteredOn("wsgi-stop with looks"::equals).hasSize(2);
    }

    @Test
    void withoutAFolderToWriteToThereAreLooksAlone(@TempDir Path folder) throws Exception {
        Path noFolder = Files.createFile(folder.resolve("no-folder"));

        List<String> lines = run(folder, "-Djava.io.tmpdir=" + noFolder);

        assertThat(lines).filteredOn(line -> line.contains(COMPLAINT)).hasSize(1);
        assertThat(lines).filteredOn("wsgi-stop with looks"::equals).hasSize(2);
    }

    /** The recorder's classes are there, but nobody has started it. */
    @Test
    void withoutARecordingThereIsNoRecorder(@TempDir Path folder) throws Exception {
        assertThat(run(UnrecordedProgram.class, folder)).containsExactly("profiled true, recorder false");
    }

    private static List<String> run(Path folder, String... options) throws Exception {
        return run(LookedAtProgram.class, folder, options);
    }

    private static List<String> run(Class<?> main, Path folder, String... options) throws Exception {
        Path output = folder.resolve("output");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        Process program = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(program.waitFor(2, TimeUnit.MINUTES)).isTrue();
            return Files.readAllLines(output);
        } finally {
            program.destroyForcibly();
        }
    }
}
