// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import static io.profiler.report.TracePoints.span;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.profiler.report.HostileTrace;
import io.profiler.report.RecordedTrace;
import io.profiler.report.Rendering;
import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SpeedscopeReportRendererTest {

    /** The one that speedscope 1.25.0 ships. */
    static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(SpeedscopeReportRendererTest.class.getResourceAsStream("/speedscope/file-format-schema.json"));

    static Stream<Report> reports() throws Exception {
        return Stream.concat(
                RecordedTrace.all().map(RecordedTrace::report),
                Stream.of(
                        HostileTrace.report(HostileTrace.TEXT),
                        HostileTrace.report("x".repeat(1_000_000)),
                        Report.of(List.of())));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void conformsToTheSchemaOfTheFormat(Report report) {
        assertThat(SCHEMA.validate(speedscope(report), InputFormat.JSON)).isEmpty();
    }

    @Test
    void theSchemaRefusesOtherJson() {
        assertThat(SCHEMA.validate("{\"profiles\": []}", InputFormat.JSON)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void closesWhatItOpensInTheOrderOfTime(Report report) {
        long opened = 0;
        for (JsonNode profile : JsonMapper.shared().readTree(speedscope(report)).get("profiles")) {
            Deque<Integer> open = new ArrayDeque<>();
            long at = profile.get("startValue").asLong();
            for (JsonNode event : profile.get("events")) {
                assertThat(event.get("at").asLong()).isGreaterThanOrEqualTo(at);
                at = event.get("at").asLong();
                if (event.get("type").asString().equals("O")) {
                    open.push(event.get("frame").asInt());
                    opened++;
                } else {
                    assertThat(event.get("frame").asInt()).isEqualTo(open.pop());
                }
            }
            assertThat(open).isEmpty();
            assertThat(at).isEqualTo(profile.get("endValue").asLong());
        }
        assertThat(opened).isEqualTo(report.spans().size());
    }

    @Test
    void makesAProfileOfEachLane() {
        Report report = TracePoints.report(
                span("r", "r", "base", 0, 100), span("a", "a", "r", 10, 50), span("b", "b", "r", 20, 60));

        assertThat(speedscope(report))
                .contains("\"name\":\"demo/api on h\",\"unit\":\"microseconds\",\"startValue\":0,\"endValue\":100")
                .contains("\"name\":\"demo/api on h (2)\",\"unit\":\"microseconds\",\"startValue\":20,\"endValue\":60");
    }

    @Test
    void nestsSpansWithoutADuration() {
        Report report = TracePoints.report(span("r", "r", "base", 5, 5), span("a", "a", "r", 5, 5));

        assertThat(JsonMapper.shared().readTree(speedscope(report)).get("profiles"))
                .hasSize(1);
    }

    private static String speedscope(Report report) {
        return Rendering.text(new SpeedscopeReportRenderer(), report);
    }
}
