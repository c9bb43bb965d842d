// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.profiler.otlp.internal.OtlpJson;
import io.profiler.otlp.internal.OtlpSpan;
import io.profiler.point.TracePoint;
import io.profiler.store.otlp.internal.OtlpRequests;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The JSON form by protobuf's own parser, which knows no field that OTLP does not have. */
class OtlpJsonTest {

    private static final Pattern ID = Pattern.compile("(\"(?:traceId|spanId|parentSpanId)\":\")([0-9a-f]+)");

    @Test
    void itIsTheSameRequestAsTheBinaryForm() throws InvalidProtocolBufferException {
        TracePoint start = point(
                "wsgi-start",
                "root",
                Map.of(
                        "host",
                        "h",
                        "traceparent",
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                        "request",
                        Map.of("path", "/ž\"</script>\u202e")));
        TracePoint stop = point("wsgi-stop", "root", Map.of("response", Map.of("status", 200)));
        TracePoint query =
                point("db-start", "query", Map.of("db", Map.of("statement", "S", "params", List.of(1, 2.5))));
        TracePoint failed =
                point("db-stop", "query", Map.of("etype", "E", "message", "m", "db", Map.of("result", 0.5)));
        List<OtlpSpan> spans = List.of(OtlpSpan.of(start, stop), OtlpSpan.of(query, failed), OtlpSpan.of(query, null));

        ExportTraceServiceRequest.Builder parsed = ExportTraceServiceRequest.newBuilder();
        JsonFormat.parser().merge(idsInBase64(OtlpJson.write(spans)), parsed);

        assertThat(parsed.build()).isEqualTo(OtlpRequests.of(spans));
        assertThat(parsed.getResourceSpans(0).getScopeSpans(0).getSpans(0).getLinksList())
                .singleElement()
                .satisfies(link -> assertThat(link.getSpanId()).isEqualTo(ByteString.fromHex("00f067aa0ba902b7")));
    }

    @Test
    void aTraceWithoutSpansIsStillADocument() {
        assertThat(OtlpJson.write(List.of())).isEqualTo("{\"resourceSpans\":[]}");
    }

    /** Ten attributes, and members of each kind: an order of chance would be another one. */
    @Test
    void itIsTheSameTextInEachProcess() {
        TracePoint start = point(
                "wsgi-start",
                "root",
                Map.of("host", "h", "request", new TreeMap<>(Map.of("path", "/\u017e\u202e", "method", "GET"))));
        TracePoint stop = point("wsgi-stop", "root", Map.of("etype", "E", "message", "half a pair: \ud800"));

        assertThat(OtlpJson.write(List.of(OtlpSpan.of(start, stop)))
                        .replaceAll("(\"(?:traceId|spanId)\":)\"[0-9a-f]+\"", "$1ID"))
                .isEqualTo("""
                        {"resourceSpans":[{"resource":{"attributes":[
                        {"key":"service.name","value":{"stringValue":"demo-api"}},
                        {"key":"host.name","value":{"stringValue":"h"}}]},
                        "scopeSpans":[{"scope":{"name":"io.profiler"},"spans":[{
                        "traceId":ID,"spanId":ID,"name":"WSGI_GET_/\\u017E\\u202E","kind":2,
                        "startTimeUnixNano":"1769860800000000000","endTimeUnixNano":"1769860800000000000",
                        "attributes":[
                        {"key":"http.path","value":{"stringValue":"/\\u017E\\u202E"}},
                        {"key":"url.path","value":{"stringValue":"/\\u017E\\u202E"}},
                        {"key":"http.method","value":{"stringValue":"GET"}},
                        {"key":"http.request.method","value":{"stringValue":"GET"}},
                        {"key":"error","value":{"boolValue":true}},
                        {"key":"error.type","value":{"stringValue":"E"}}],
                        "status":{"code":2,"message":"half a pair: \\uFFFD"},
                        "events":[{"timeUnixNano":"1769860800000000000","name":"exception","attributes":[
                        {"key":"error.kind","value":{"stringValue":"E"}},
                        {"key":"message","value":{"stringValue":"half a pair: \\uFFFD"}},
                        {"key":"exception.type","value":{"stringValue":"E"}},
                        {"key":"exception.message","value":{"stringValue":"half a pair: \\uFFFD"}}]}]}]}]}]}
                        """.replace("\n", ""));
    }

    /** OTLP/JSON departs from protobuf's JSON in one thing: its ids are hexadecimal. */
    private static String idsInBase64(String json) {
        return ID.matcher(json)
                .replaceAll(id -> id.group(1)
                        + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(id.group(2))));
    }

    private static TracePoint point(String name, String traceId, Map<String, Object> info) {
        return new TracePoint(name, "base", traceId, "base", "2026-01-31T12:00:00.000000", info, "demo", "api");
    }
}
