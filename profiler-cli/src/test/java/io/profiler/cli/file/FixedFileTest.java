// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedFileTest {

    @TempDir
    private Path directory;

    private Path file;
    private Path draft;

    @BeforeEach
    void save() throws IOException {
        file = Files.writeString(directory.resolve("trace.html"), "a longer one that was there before");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        draft = Files.writeString(directory.resolve("draft"), "a page");
    }

    @ParameterizedTest
    @CsvSource({"false, rw-------", "true, rw-r--r--"})
    void getsTheContentInItsPlace(boolean readableByAll, String rights) throws IOException {
        Object before = Files.getAttribute(file, "unix:ino");
        FixedFile fixed = new FixedFile(file, readableByAll);

        fixed.overwriteBy(draft);

        assertThat(fixed.isWritable()).isTrue();
        assertThat(file).hasContent("a page");
        assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(before);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo(rights);
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void aLinkIsNotFollowed(boolean readableByAll) throws IOException {
        FixedFile link = new FixedFile(Files.createSymbolicLink(directory.resolve("link"), file), readableByAll);

        assertThat(link.isWritable()).isFalse();
        assertThatIOException().isThrownBy(() -> link.overwriteBy(draft));
        assertThat(file).hasContent("a longer one that was there before");
    }

    @Test
    void whatIsNotThereIsNotWritable() {
        assertThat(new FixedFile(directory.resolve("none"), true).isWritable()).isFalse();
    }
}
