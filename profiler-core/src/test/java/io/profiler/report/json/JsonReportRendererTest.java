// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.profiler.point.TracePoint;
import io.profiler.report.CountingAppendable;
import io.profiler.report.RecordedTrace;
import io.profiler.report.Rendering;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.TracePoints;
import io.profiler.report.saved.SavedReport;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonReportRendererTest {

    @ParameterizedTest
    @MethodSource("io.profiler.report.RecordedTrace#all")
    void writesWhatOsprofilerWrites(RecordedTrace trace) {
        assertThat(Rendering.json(trace.report()) + "\n").isEqualTo(trace.json());
    }

    @ParameterizedTest
    @MethodSource("io.profiler.report.RecordedTrace#all")
    void writesTheVerdictBesideThat(RecordedTrace trace) throws IOException {
        Report report = trace.report();
        String osprofilers = Rendering.json(report);
        String json = withVerdict(report);

        assertThat(json)
                .startsWith(osprofilers.substring(0, osprofilers.length() - "\n}".length())
                        + ",\n  \"verdict\": {\n    \"sentence\": \"");
        assertThat(withVerdict(SavedReport.read(osprofilers))).isEqualTo(json);
        assertThat(withVerdict(SavedReport.read(json))).isEqualTo(json);
    }

    @Test
    void howDeepSpansLieDoesNotMakeMostOfIt() {
        List<TracePoint> nest = new ArrayList<>();
        for (int i = 1; i <= 5_000; i++) {
            nest.add(TracePoints.start("rpc", String.valueOf(i), i == 1 ? "base" : String.valueOf(i - 1), i));
        }
        Report report = Report.of(nest);

        String json = Rendering.json(report);

        assertThat(json.length()).isBetween(16_000_000, 20_000_000);
        assertThat(SavedReport.read(json).spans()).hasSize(5_000);
    }

    @Test
    void provesItsVerdict() throws IOException {
        assertThat(withVerdict(Report.of(List.of(
                        TracePoints.start("rpc", "1", "base", 0),
                        TracePoints.start("db", "2", "1", 10_000),
                        TracePoints.stop("db", "2", "1", 890_000),
                        TracePoints.stop("rpc", "1", "base", 900_000)))))
                .endsWith("""
                          "verdict": {
                            "sentence": "880 of 900 ms (98 %) in one statement `db` below `rpc`",
                            "reservation": null,
                            "micros": 900000,
                            "explained_micros": 900000,
                            "findings": [
                              {
                                "rule": "one-span",
                                "sentence": "880 of 900 ms (98 %) in one statement `db` below `rpc`",
                                "advice": "Make this one faster, ask for less, or do it later.",
                                "micros": 880000,
                                "spans": [
                                  "2"
                                ]
                              }
                            ],
                            "remark": null,
                            "layers": [
                              {
                                "layer": "Database",
                                "micros": 880000
                              },
                              {
                                "layer": "Remote calls",
                                "micros": 20000
                              }
                            ],
                            "causes": [],
                            "rows": [
                              {
                                "what": "`db`",
                                "layer": "Database",
                                "micros": 880000,
                                "spans": [
                                  "2"
                                ]
                              },
                              {
                                "what": "`rpc`",
                                "layer": "Remote calls",
                                "micros": 20000,
                                "spans": [
                                  "1"
                                ]
                              }
                            ]
                          }
                        }""".strip());
    }

    private static String withVerdict(Report report) throws IOException {
        StringBuilder json = new StringBuilder();
        JsonReportRenderer.withVerdict().render(report, json);
        return json.toString();
    }

    @Test
    void writesStopsWithoutStart() {
        String json = Rendering.json(RecordedTrace.named("stop-only").report());

        assertThat(json + "\n").isEqualTo(RecordedTrace.text("stop-only.json"));
    }

    @Test
    void writesNoPoints() {
        assertThat(Rendering.json(Report.of(List.of()))).isEqualTo("""
                {
                  "info": {
                    "name": "total",
                    "started": 0,
                    "finished": null,
                    "last_trace_started": null
                  },
                  "children": [],
                  "stats": {}
                }""");
    }

    @Test
    void laterEventOfTheSameNameReplacesTheEarlier() {
        String json = Rendering.json(Report.of(List.of(
                TracePoints.start("a", "1", "base", 0),
                TracePoints.stop("a", "1", "base", 2000),
                TracePoints.start("a", "1", "base", 5000))));

        assertThat(json)
                .containsOnlyOnce("a-start\": {")
                .contains("\"started\": 5,", "\"finished\": 2,", "\"duration\": -3");
    }

    @Test
    void errorTypeIsKeptAsItIs() {
        assertThat(json(Map.of("etype", 42))).contains("\"exception\": 42");
        Map<String, Object> none = new LinkedHashMap<>();
        none.put("etype", null);
        assertThat(json(none)).contains("\"exception\": null");
    }

    @Test
    void writesEveryKindOfValue() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("big", new BigInteger("123456789012345678901234567890"));
        info.put("nan", Double.NaN);
        info.put("date", Date.from(Instant.parse("2026-01-31T12:00:00.120Z")));
        info.put("whole", Date.from(Instant.parse("2026-01-31T12:00:00Z")));
        info.put("lone", "\ud800/\u007f");

        assertThat(json(info))
                .contains("\"big\": 123456789012345678901234567890,")
                .contains("\"nan\": NaN,")
                .contains("\"date\": \"2026-01-31T12:00:00.120000\",")
                .contains("\"whole\": \"2026-01-31T12:00:00\",")
                .contains("\"lone\": \"\\ud800/\\u007f\",");
    }

    private static String json(Map<String, Object> info) {
        return Rendering.json(Report.of(List.of(TracePoints.point("a-stop", "1", "base", 0, info))));
    }

    @Test
    void nestsTenThousandSpansDeep() throws IOException {
        CountingAppendable out = new CountingAppendable();

        new JsonReportRenderer().render(Report.of(TracePoints.nested(10_000)), out);

        assertThat(out.count('{')).isEqualTo(10_000 * 6 + 4);
        assertThat(out.count('}')).isEqualTo(out.count('{'));
    }

    @Test
    void takesATimestampThatIsNoneForNoTime() {
        TracePoint malformed = new TracePoint("a-start", "base", "1", "base", "yesterday", Map.of(), null, null);
        TracePoint stop = TracePoints.stop("a", "1", "base", 7);
        TracePoint other = TracePoints.start("b", "2", "base", 5);

        assertThat(Report.of(List.of(malformed)).startedAt()).isNull();
        assertThat(Report.of(List.of(malformed, stop, other)).spans())
                .extracting(ReportSpan::startedMicros, ReportSpan::finishedMicros)
                .containsExactly(tuple(2L, 2L), tuple(0L, 0L));
    }
}
