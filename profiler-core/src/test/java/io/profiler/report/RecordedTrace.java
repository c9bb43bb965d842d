// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import io.profiler.point.TracePoint;
import io.profiler.recordings.Recordings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    /** Every recorded trace but those of which OSprofiler can make no report. */
    public static Stream<RecordedTrace> all() {
        return Recordings.tracesWithReport().stream().map(RecordedTrace::named);
    }

    public static RecordedTrace named(String name) {
        String report = "traces/" + name + "/report.json";
        return new RecordedTrace(
                name,
                points(Recordings.text("traces/" + name + "/docs.json")),
                Recordings.exist(report) ? Recordings.text(report) : "");
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
        try (InputStream file = RecordedTrace.class.getResourceAsStream("/io/profiler/report/" + resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
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
