// SPDX-License-Identifier: Apache-2.0
package io.profiler.otlp.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.propagation.TraceParent;
import io.profiler.recordings.Recordings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What OSprofiler's own methods make of payloads, and what is made of them here. */
class OtlpMappingTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Stream<Map<String, Object>> samples() {
        List<?> samples = JSON.readValue(Recordings.text("otlp/mapping-samples.json"), List.class);
        return samples.stream().map(OtlpMappingTest::members).filter(sample -> !sample.containsKey("name_raises"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void idsAndKindAreOsprofilers(Map<String, Object> sample) {
        OtlpSpan span = OtlpSpan.of(start(sample), null);

        assertThat(span.traceId()).isEqualTo(sample.get("trace_id"));
        assertThat(span.spanId()).isEqualTo(sample.get("span_id"));
        assertThat(span.parentSpanId())
                .isEqualTo(String.valueOf(sample.get("parent_span_id")).replace("null", ""));
        assertThat(span.kind()).hasToString((String) sample.get("kind"));
    }

    /** OSprofiler strips any of the letters of "-start" from the end of a name, not that word. */
    @ParameterizedTest
    @MethodSource("samples")
    void namesAreOsprofilersWithoutItsMistake(Map<String, Object> sample) {
        String name = OtlpSpan.of(start(sample), null).name();

        assertThat(name).startsWith((String) sample.get("name"));
        assertThat(name.substring(((String) sample.get("name")).length())).matches("[-start]*");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void itsAttributesAreAmongOurs(Map<String, Object> sample) {
        Map<String, Object> ours =
                new HashMap<>(OtlpSpan.of(start(sample), null).attributes());
        Map<String, Object> theirs = new HashMap<>(members(sample.get("attributes")));
        Object theirParams = theirs.remove("db.params");

        if (theirParams != null) {
            assertThat(JSON.readTree((String) ours.get("db.params"))).isEqualTo(JSON.readTree((String) theirParams));
        }
        theirs.replaceAll((key, value) -> value instanceof Integer number ? Long.valueOf(number) : value);
        assertThat(ours).containsAllEntriesOf(theirs);
    }

    @Test
    void shortIdsAreTheLowHalf() {
        for (Object recorded : (List<?>) JSON.readValue(Recordings.text("otlp/short-ids.json"), Map.class)
                .get("ids")) {
            Map<String, Object> ids = members(recorded);
            assertThat(OtlpIds.spanId((String) ids.get("id"))).isEqualTo(ids.get("shorten_id_hex16"));
            assertThat(OtlpIds.traceId((String) ids.get("id"))).isEqualTo(ids.get("uuid_to_int128_hex32"));
        }
    }

    @Test
    void anIdThatIsNoUuidIsTheSameEachTime() {
        assertThat(OtlpIds.traceId("mine")).matches("[0-9a-f]{32}").isEqualTo(OtlpIds.traceId("mine"));
        assertThat(OtlpIds.spanId("mine")).matches("[0-9a-f]{16}").isNotEqualTo(OtlpIds.spanId("yours"));
        assertThat(OtlpIds.spanId("00000000-0000-0000-0000-000000000000")).isNotEqualTo("0".repeat(16));
    }

    @Test
    void aStopAddsTimeStatusAndResponse() {
        OtlpSpan span = OtlpSpan.of(
                point("wsgi-start", "2026-01-31T12:00:00.000001", Map.of("host", "h", "request", request())),
                point(
                        "wsgi-stop",
                        "2026-01-31T12:00:01.5",
                        Map.of(
                                "etype",
                                "ValueError",
                                "message",
                                "boom",
                                "request",
                                Map.of("route", "/{version}/queues"),
                                "response",
                                Map.of("status", 500))));

        assertThat(span.startEpochNanos()).isEqualTo(1_769_860_800_000_001_000L);
        assertThat(span.endEpochNanos()).isEqualTo(1_769_860_801_500_000_000L);
        assertThat(span.error()).isEqualTo(new OtlpSpan.Error("ValueError", "boom"));
        assertThat(span.attributes())
                .containsEntry("http.request.method", "GET")
                .containsEntry("url.path", "/v2/queues")
                .containsEntry("http.route", "/{version}/queues")
                .containsEntry("http.response.status_code", 500L)
                .containsEntry("error", true)
                .containsEntry("error.type", "ValueError");
        assertThat(span.resource()).containsEntry("service.name", "demo-api").containsEntry("host.name", "h");
    }

    @Test
    void theSpanOfAnotherTraceThatARequestCameWithIsALink() {
        TracePoint start = point(
                "wsgi-start",
                "2026-01-31T12:00:00",
                Map.of("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
        TracePoint forged = point("wsgi-start", "2026-01-31T12:00:00", Map.of("traceparent", "00-zz-1-01"));

        assertThat(OtlpSpan.of(start, null).caller())
                .isEqualTo(new TraceParent("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", "01"));
        assertThat(OtlpSpan.of(forged, null).caller()).isNull();
    }

    @Test
    void halfASpanSaysSo() {
        TracePoint start = point("db-start", "2026-01-31T12:00:00", Map.of());
        TracePoint stop = point("db-stop", "2026-01-31T12:00:01", Map.of());

        assertThat(OtlpSpan.of(start, null).attributes()).containsEntry("profiler.unfinished", true);
        assertThat(OtlpSpan.of(null, stop).attributes()).containsEntry("profiler.unstarted", true);
        assertThat(OtlpSpan.of(null, stop).name()).isEqualTo("db");
    }

    @Test
    void aTimeIsTheNearestThatFitsIn() {
        TracePoint yearOne = point("db-start", "0001-01-01T00:00:00", Map.of());
        TracePoint lastYear = point("db-stop", "9999-12-31T23:59:59.999999", Map.of());
        TracePoint none = point("db-stop", "yesterday", Map.of());
        TracePoint now = point("db-start", "2026-01-31T12:00:00.000001", Map.of());

        assertTimes(OtlpSpan.of(yearOne, lastYear), 0, Long.MAX_VALUE);
        assertTimes(OtlpSpan.of(now, none), 1_769_860_800_000_001_000L, 1_769_860_800_000_001_000L);
        assertTimes(OtlpSpan.of(none, null), 0, 0);
    }

    private static void assertTimes(OtlpSpan span, long startEpochNanos, long endEpochNanos) {
        assertThat(span.startEpochNanos()).isEqualTo(startEpochNanos);
        assertThat(span.endEpochNanos()).isEqualTo(endEpochNanos);
    }

    private static Map<String, Object> request() {
        return Map.of("method", "GET", "path", "/v2/queues", "query", "", "scheme", "http");
    }

    private static TracePoint point(String name, String timestamp, Map<String, Object> info) {
        return new TracePoint(name, "base", "id", "base", timestamp, new HashMap<>(info), "demo", "api");
    }

    private static TracePoint start(Map<String, Object> sample) {
        Map<String, Object> payload = new HashMap<>(members(sample.get("payload")));
        payload.putIfAbsent("timestamp", "2026-01-31T12:00:00.000000");
        return TracePoint.fromDocument(payload);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(Object object) {
        return (Map<String, Object>) object;
    }
}
