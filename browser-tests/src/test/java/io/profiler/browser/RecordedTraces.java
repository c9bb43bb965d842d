// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import io.profiler.report.saved.SavedReport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which traces were recorded from OSprofiler. */
final class RecordedTraces {

    private static final String ROOT = "/conformance/traces";

    private RecordedTraces() {}

    /** Names of those of which OSprofiler can make a report. */
    static List<String> names() throws IOException {
        URI root = URI.create(SavedReport.class.getResource(ROOT).toString());
        if (!root.getScheme().equals("jar")) {
            return namesIn(Path.of(root));
        }
        try (FileSystem jar = FileSystems.newFileSystem(root, Map.of())) {
            return namesIn(jar.getPath(ROOT));
        }
    }

    private static List<String> namesIn(Path root) throws IOException {
        try (Stream<Path> directories = Files.list(root)) {
            return directories
                    .filter(directory -> Files.exists(directory.resolve("report.json")))
                    .map(directory -> directory.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
