// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import com.mongodb.client.MongoClient;
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
import java.util.stream.Stream;
import org.bson.Document;

/** A trace recorded from OSprofiler. */
record RecordedTrace(String name, List<Document> documents) {

    private static final String ROOT = "/conformance/traces";

    /** Every recorded trace of which OSprofiler can make a report. */
    static Stream<RecordedTrace> all() throws IOException {
        URI root = URI.create(RecordedTrace.class.getResource(ROOT).toString());
        if (!root.getScheme().equals("jar")) {
            return in(Path.of(root)).stream();
        }
        try (FileSystem jar = FileSystems.newFileSystem(root, Map.of())) {
            return in(jar.getPath(ROOT)).stream();
        }
    }

    private static List<RecordedTrace> in(Path root) throws IOException {
        try (Stream<Path> directories = Files.list(root)) {
            return directories
                    .filter(directory -> Files.exists(directory.resolve("report.json")))
                    .map(directory -> named(directory.getFileName().toString()))
                    .toList();
        }
    }

    static RecordedTrace named(String name) {
        Document wrapped = Document.parse("{\"documents\": " + text(name + "/docs.json") + "}");
        return new RecordedTrace(name, wrapped.getList("documents", Document.class));
    }

    private static String text(String path) {
        try (InputStream stream = RecordedTrace.class.getResourceAsStream(ROOT + "/" + path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String baseId() {
        return documents.get(0).getString("base_id");
    }

    String json() {
        return text(name + "/report.json");
    }

    /** The same trace under another id. */
    RecordedTrace withBaseId(String baseId) {
        List<Document> changed = documents.stream().map(Document::new).toList();
        changed.forEach(document -> document.append("base_id", baseId).remove("_id"));
        return new RecordedTrace(name, changed);
    }

    RecordedTrace storeBy(MongoClient client) {
        client.getDatabase("osprofiler").getCollection("profiler").insertMany(documents);
        return this;
    }

    @Override
    public String toString() {
        return name;
    }
}
