// SPDX-License-Identifier: Apache-2.0
package io.profiler.otlp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Spans as OTLP/JSON 1.x, the form that {@code /v1/traces} takes and the collector's file exporter writes: ids in
 * hexadecimal, enumerations and times as numbers, the latter quoted.
 */
public final class OtlpJson {

    static final String SCOPE = "io.profiler";
    private static final int STATUS_ERROR = 2;

    private OtlpJson() {}

    /** One document. */
    public static String write(List<OtlpSpan> spans) {
        Map<Map<String, Object>, List<Object>> byResource = new LinkedHashMap<>();
        spans.forEach(span -> byResource
                .computeIfAbsent(span.resource(), resource -> new ArrayList<>())
                .add(span(span)));
        List<Object> resourceSpans = new ArrayList<>();
        byResource.forEach((resource, members) -> resourceSpans.add(Map.of(
                "resource",
                Map.of("attributes", attributes(resource)),
                "scopeSpans",
                List.of(Map.of("scope", Map.of("name", SCOPE), "spans", members)))));
        return JsonMapper.shared().writeValueAsString(Map.of("resourceSpans", resourceSpans));
    }

    private static Map<String, Object> span(OtlpSpan span) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("traceId", span.traceId());
        members.put("spanId", span.spanId());
        if (!span.parentSpanId().isEmpty()) {
            members.put("parentSpanId", span.parentSpanId());
        }
        members.put("name", span.name());
        members.put("kind", span.kind().number());
        members.put("startTimeUnixNano", Long.toString(span.startEpochNanos()));
        members.put("endTimeUnixNano", Long.toString(span.endEpochNanos()));
        members.put("attributes", attributes(span.attributes()));
        OtlpSpan.Error error = span.error();
        if (error != null) {
            members.put("status", Map.of("code", STATUS_ERROR, "message", error.message()));
            members.put("events", List.of(event(span, error)));
        }
        return members;
    }

    private static Map<String, Object> event(OtlpSpan span, OtlpSpan.Error error) {
        return Map.of(
                "timeUnixNano",
                Long.toString(span.endEpochNanos()),
                "name",
                OtlpSpan.ERROR_EVENT,
                "attributes",
                attributes(error.attributes()));
    }

    private static List<Object> attributes(Map<String, Object> attributes) {
        List<Object> list = new ArrayList<>();
        attributes.forEach((key, value) -> list.add(Map.of("key", key, "value", value(value))));
        return list;
    }

    private static Map<String, Object> value(Object value) {
        if (value instanceof Long number) {
            return Map.of("intValue", number.toString());
        }
        if (value instanceof Double) {
            return Map.of("doubleValue", value);
        }
        return Map.of(value instanceof Boolean ? "boolValue" : "stringValue", value);
    }
}
