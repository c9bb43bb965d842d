// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import io.profiler.point.TracePoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** A trace recorded from OSprofiler: its documents in the order of their arrival, and the report made of them. */
public record RecordedTrace(String name, List<TracePoint> points, String json) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final Path ROOT = resource("/conformance/traces");

    /** Every recorded trace but those of which OSprofiler can make no report. */
    public static Stream<RecordedTrace> all() throws IOException {
        try (Stream<Path> directories = Files.list(ROOT)) {
            return directories
                    .filter(directory -> Files.exists(directory.resolve("report.json")))
                    .map(directory -> named(directory.getFileName().toString()))
                    .toList()
                    .stream();
        }
    }

    public static RecordedTrace named(String name) {
        Path directory = ROOT.resolve(name);
        Path report = directory.resolve("report.json");
        return new RecordedTrace(
                name, points(read(directory.resolve("docs.json"))), Files.exists(report) ? read(report) : "");
    }

    @SuppressWarnings("unchecked")
    private static List<TracePoint> points(String json) {
        List<?> documents = JSON.readValue(json, List.class);
        return documents.stream()
                .map(document -> TracePoint.fromDocument((Map<String, Object>) document))
                .toList();
    }

    /** The text of a file beside the tests. */
    public static String text(String resource) {
        return read(resource("/io/profiler/report/" + resource));
    }

    private static Path resource(String name) {
        return Path.of(URI.create(RecordedTrace.class.getResource(name).toString()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Report report() {
        return Report.of(points);
    }

    @Override
    public String toString() {
        return name;
    }
}
