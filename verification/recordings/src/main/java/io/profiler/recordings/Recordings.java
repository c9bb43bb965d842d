// SPDX-License-Identifier: Apache-2.0
package io.profiler.recordings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Files that were recorded from the real OSprofiler, each by its path below {@code /conformance/}. */
public final class Recordings {

    private static final String ROOT = "/conformance/";

    private Recordings() {}

    /** A file's text. */
    public static String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    /** A file's content. */
    public static byte[] bytes(String path) {
        try (InputStream file = Recordings.class.getResourceAsStream(ROOT + path)) {
            return Objects.requireNonNull(file, path).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether there is such a file. */
    public static boolean exist(String path) {
        return Recordings.class.getResource(ROOT + path) != null;
    }

    /** Names of recorded traces of which OSprofiler can make a report, in alphabetical order. */
    public static List<String> tracesWithReport() {
        return names("traces").stream()
                .filter(name -> exist("traces/" + name + "/report.json"))
                .toList();
    }

    private static List<String> names(String folder) {
        URI place = URI.create(String.valueOf(Recordings.class.getResource(ROOT + folder)));
        try {
            return place.getScheme().equals("jar") ? namesInJar(place, ROOT + folder) : namesIn(Path.of(place));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> namesInJar(URI place, String folder) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
            return namesIn(jar.getPath(folder));
        }
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString().replace("/", ""))
                    .sorted()
                    .toList();
        }
    }
}
