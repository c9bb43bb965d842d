// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.cli.console.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class PageFolderTest {

    @TempDir
    private Path home;

    private Path page = Path.of("");

    @AfterEach
    void delete() throws IOException {
        Files.deleteIfExists(page);
    }

    @Test
    void isThatOfDownloadsWhichAConfinedBrowserSees() throws IOException {
        Path downloads = Files.createDirectory(home.resolve("Downloads"));

        assertThat(newPage()).hasParent(downloads.resolve("profiler"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page)))
                .isEqualTo("rw-------");
    }

    @Test
    void isNamedInTheLanguageOfTheDesktop() throws IOException {
        Files.createDirectory(home.resolve("Downloads"));
        Path downloads = Files.createDirectory(home.resolve("Herunter"));
        Files.createDirectory(home.resolve(".config"));
        Files.writeString(home.resolve(".config/user-dirs.dirs"), """
                # by the desktop
                XDG_DESKTOP_DIR="$HOME/Schreibtisch"
                XDG_DOWNLOAD_DIR="$HOME/Herunter"
                """);

        assertThat(newPage()).hasParent(downloads.resolve("profiler"));
    }

    @Test
    void isThatOfTemporaryFilesWhereNothingIsDownloaded() throws IOException {
        assertThat(newPage()).hasParent(Path.of(System.getProperty("java.io.tmpdir")));
    }

    @Test
    void isThatOfTemporaryFilesWhereTheOtherCannotBeWritten() throws IOException {
        Files.createFile(Files.createDirectory(home.resolve("Downloads")).resolve("profiler"));

        assertThat(newPage()).hasParent(Path.of(System.getProperty("java.io.tmpdir")));
    }

    private Path newPage() throws IOException {
        Environment environment = new Environment(Map.of("HOME", home.toString()), StandardCharsets.UTF_8, true, false);
        page = new PageFolder(environment).newFile();
        return page;
    }
}
