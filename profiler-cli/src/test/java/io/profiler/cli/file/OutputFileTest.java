// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.profiler.cli.CommandRun;
import io.profiler.cli.console.CommandFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

    private static final String TRACE =
            "{\"info\": {}, \"children\": [{\"info\": {\"name\": \"a\"}, \"children\": []}]}";

    @TempDir
    private Path directory;

    private Path report;

    @BeforeEach
    void save() throws IOException {
        report = Files.writeString(directory.resolve("report.json"), TRACE);
    }

    @Test
    void nobodyElseMayRead() throws IOException {
        Path existing = Files.writeString(directory.resolve("existing.html"), "readable by all");
        Files.setPosixFilePermissions(existing, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(rights(writeTo("new.html"))).isEqualTo("rw-------");
        assertThat(rights(writeTo("existing.html"))).isEqualTo("rw-------");
        assertThat(compareTo("comparison.html"))
                .satisfies(file -> assertThat(rights(file)).isEqualTo("rw-------"));
    }

    @Test
    void othersMayReadWhatIsPublic() throws IOException {
        Path usual = Files.createFile(directory.resolve("usual"));

        assertThat(rights(writeTo("new.html", "--public"))).isEqualTo(rights(usual));
    }

    @Test
    void whatIsNoFileIsNotMadePublic() {
        String saved = report.toString();
        CommandRun refused = new CommandRun(1, "", "profiler: --public is for a file; name one with --out\n");

        assertThat(CommandRun.of("trace", "show", saved, "--public")).isEqualTo(refused);
        assertThat(CommandRun.of("trace", "compare", saved, saved, "--public")).isEqualTo(refused);
    }

    @Test
    void aLinkIsReplacedAndNotFollowed() throws IOException {
        Path victim = Files.writeString(directory.resolve("victim"), "as it was");
        Path link = Files.createSymbolicLink(directory.resolve("trace.html"), victim);

        writeTo("trace.html");

        assertThat(victim).hasContent("as it was");
        assertThat(Files.isSymbolicLink(link)).isFalse();
        assertThat(rights(link)).isEqualTo("rw-------");
    }

    @Test
    void aPipeIsWrittenTo() throws Exception {
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        CompletableFuture<String> reader = CompletableFuture.supplyAsync(() -> contentOf(pipe));

        writeTo("pipe");

        assertThat(reader.join()).startsWith("<!doctype html>");
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }

    @Test
    void whatFailsLeavesWhatWasThere() throws IOException {
        Path file = Files.writeString(directory.resolve("out"), "as it was");

        assertThatExceptionOfType(CommandFailure.class)
                .isThrownBy(() -> new OutputFile(file, false).write(draft -> {
                    Files.writeString(draft, "half");
                    throw new IOException("disk full");
                }))
                .withMessage("cannot write " + file + ": disk full");
        assertThat(file).hasContent("as it was");
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
    }

    private Path writeTo(String name, String... options) {
        String[] arguments = new String[options.length + 6];
        arguments[0] = "trace";
        arguments[1] = "show";
        arguments[2] = report.toString();
        arguments[3] = "--html";
        arguments[4] = "--out";
        arguments[5] = directory.resolve(name).toString();
        System.arraycopy(options, 0, arguments, 6, options.length);
        assertThat(CommandRun.of(arguments)).isEqualTo(new CommandRun(0, "", ""));
        return directory.resolve(name);
    }

    private Path compareTo(String name) {
        Path file = directory.resolve(name);
        String saved = report.toString();
        assertThat(CommandRun.of("trace", "compare", saved, saved, "--html", "--out", file.toString()))
                .isEqualTo(new CommandRun(0, "", ""));
        return file;
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static String contentOf(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
