// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import static io.profiler.report.TracePoints.span;
import static io.profiler.report.TracePoints.spanOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.report.HostileTrace;
import io.profiler.report.RecordedTrace;
import io.profiler.report.Rendering;
import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChromeReportRendererTest {

    @Test
    void writesASpanAsACompleteEvent() {
        Report report = RecordedTrace.named("exception-in-the-middle").report();

        JsonNode rpc = spans(report).stream()
                .filter(event -> event.get("cat").asString().equals("rpc"))
                .findFirst()
                .orElseThrow();

        assertThat(rpc.get("args").get("error").asString()).isEqualTo("ValueError: boom in the middle");
        assertThat(rpc.get("cname").asString()).isEqualTo("terrible");
        assertThat(rpc.get("ts").asLong()).isPositive();
        assertThat(rpc.get("dur").asLong()).isPositive();
    }

    @Test
    void putsParallelSpansOnThreadsOfTheirOwn() {
        Report report = TracePoints.report(
                span("r", "r", "base", 0, 100),
                span("a", "a", "r", 10, 50),
                span("below", "below", "a", 10, 50),
                span("b", "b", "r", 20, 60),
                span("c", "c", "r", 60, 70),
                span("late", "late", "r", 90, 200));

        assertThat(threads(report)).isEqualTo(Map.of("r", 1, "a", 1, "below", 1, "b", 2, "c", 1, "late", 2));
    }

    @Test
    void putsEachHostIntoAProcessOfItsOwn() {
        Report report = TracePoints.report(spanOn("one", "r", "base", 0, 100), spanOn("two", "a", "r", 10, 50));

        assertThat(spans(report)).extracting(event -> event.get("pid").asInt()).containsExactly(1, 2);
        assertThat(events(report))
                .filteredOn(event -> event.get("name").asString().equals("process_name"))
                .extracting(event -> event.get("args").get("name").asString())
                .containsExactly("demo/api on one", "demo/api on two");
    }

    @ParameterizedTest
    @MethodSource("io.profiler.report.RecordedTrace#all")
    void nestsTheSpansOfAThread(RecordedTrace trace) {
        Report report = trace.report();
        Map<Integer, List<JsonNode>> open = new HashMap<>();

        for (JsonNode event : spans(report)) {
            List<JsonNode> above = open.computeIfAbsent(event.get("tid").asInt(), key -> new ArrayList<>());
            above.removeIf(other -> end(other) <= event.get("ts").asLong());
            assertThat(above).allMatch(other -> end(other) >= end(event));
            above.add(event);
        }

        assertThat(spans(report)).hasSameSizeAs(report.spans());
    }

    private static long end(JsonNode event) {
        return event.get("ts").asLong() + event.get("dur").asLong();
    }

    @Test
    void keepsHostileDataInItsTexts() {
        String json = Rendering.text(new ChromeReportRenderer(), HostileTrace.report(HostileTrace.TEXT));

        assertThat(json).isASCII();
        assertThat(spans(HostileTrace.report(HostileTrace.TEXT)))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.get("args").get("error").asString())
                        .isEqualTo((HostileTrace.TEXT + ": " + HostileTrace.TEXT).replace('\ud800', '\ufffd')));
    }

    private static Map<String, Integer> threads(Report report) {
        Map<String, Integer> threads = new HashMap<>();
        spans(report)
                .forEach(event -> threads.put(
                        event.get("name").asString(), event.get("tid").asInt()));
        return threads;
    }

    private static List<JsonNode> spans(Report report) {
        return events(report).stream()
                .filter(event -> event.get("ph").asString().equals("X"))
                .toList();
    }

    private static List<JsonNode> events(Report report) {
        JsonNode trace = JsonMapper.shared().readTree(Rendering.text(new ChromeReportRenderer(), report));
        return trace.get("traceEvents").valueStream().toList();
    }
}
