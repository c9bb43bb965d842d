// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.view;

import io.profiler.cli.console.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page goes for which nobody has named a file. On Linux a browser that is a snap or a flatpak has a folder for
 * temporary files of its own, and of a person's folders sees that of downloads in any case.
 */
final class PageFolder {

    private static final String OURS = "profiler";
    private static final Pattern DOWNLOADS = Pattern.compile("\\s*XDG_DOWNLOAD_DIR=\"(?:\\$HOME/)?(.+)\"\\s*");

    private final Environment environment;

    PageFolder(Environment environment) {
        this.environment = environment;
    }

    /** A new file, of which nobody but its owner has any rights. */
    Path newFile() throws IOException {
        Optional<Path> downloads = downloads();
        if (downloads.isPresent()) {
            try {
                Path ours = Files.createDirectories(downloads.get().resolve(OURS));
                return Files.createTempFile(ours, "trace-", ".html");
            } catch (IOException unwritable) {
                return temporary();
            }
        }
        return temporary();
    }

    private static Path temporary() throws IOException {
        return Files.createTempFile("profiler-", ".html");
    }

    /** The folder for downloads, if there is one on a system where it matters. */
    private Optional<Path> downloads() {
        String home = environment.variables().get("HOME");
        if (home == null || !System.getProperty("os.name", "").startsWith("Linux")) {
            return Optional.empty();
        }
        try {
            Path at = Path.of(home);
            return Optional.of(at.resolve(named(at).orElse("Downloads"))).filter(Files::isDirectory);
        } catch (InvalidPathException lettersOfAnotherLocale) {
            return Optional.empty();
        }
    }

    /** Desktops call it by the word of their language. */
    private Optional<String> named(Path home) {
        String folder = environment.variables().get("XDG_CONFIG_HOME");
        Path settings = home.resolve(folder == null ? ".config" : folder).resolve("user-dirs.dirs");
        try {
            return Files.readAllLines(settings).stream()
                    .map(DOWNLOADS::matcher)
                    .filter(Matcher::matches)
                    .map(line -> line.group(1))
                    .findFirst();
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}
