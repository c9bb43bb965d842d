// SPDX-License-Identifier: Apache-2.0
package io.profiler.otlp.internal;

import io.profiler.propagation.TraceParent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Spans as OTLP/JSON 1.x, the form that {@code /v1/traces} takes and the collector's file exporter writes: ids in
 * hexadecimal, enumerations and times as numbers, the latter quoted. It is ASCII, so that every terminal and pipe takes it,
 * and the same text for the same spans.
 */
public final class OtlpJson {

    static final String SCOPE = "io.profiler";
    private static final int STATUS_ERROR = 2;
    private static final int REPLACEMENT = 0xfffd;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private OtlpJson() {}

    /**
     * One document.
     *
     * @param spans any number of spans, of any traces and services
     * @return JSON of an ExportTraceServiceRequest
     */
    public static String write(List<OtlpSpan> spans) {
        Map<Map<String, Object>, List<Object>> byResource = new LinkedHashMap<>();
        spans.forEach(span -> byResource
                .computeIfAbsent(span.resource(), resource -> new ArrayList<>())
                .add(span(span)));
        List<Object> resourceSpans = new ArrayList<>();
        byResource.forEach((resource, members) -> resourceSpans.add(resourceSpans(resource, members)));
        return JSON.writeValueAsString(Map.of("resourceSpans", resourceSpans));
    }

    private static Map<String, Object> resourceSpans(Map<String, Object> resource, List<Object> spans) {
        Map<String, Object> scopeSpans = new LinkedHashMap<>();
        scopeSpans.put("scope", Map.of("name", SCOPE));
        scopeSpans.put("spans", spans);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("resource", Map.of("attributes", attributes(resource)));
        members.put("scopeSpans", List.of(scopeSpans));
        return members;
    }

    private static Map<String, Object> span(OtlpSpan span) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("traceId", span.traceId());
        members.put("spanId", span.spanId());
        if (!span.parentSpanId().isEmpty()) {
            members.put("parentSpanId", span.parentSpanId());
        }
        members.put("name", unicode(span.name()));
        members.put("kind", span.kind().number());
        members.put("startTimeUnixNano", Long.toString(span.startEpochNanos()));
        members.put("endTimeUnixNano", Long.toString(span.endEpochNanos()));
        members.put("attributes", attributes(span.attributes()));
        TraceParent caller = span.caller();
        if (caller != null) {
            members.put("links", List.of(link(caller)));
        }
        OtlpSpan.Error error = span.error();
        if (error != null) {
            members.put("status", status(error));
            members.put("events", List.of(event(span, error)));
        }
        return members;
    }

    private static Map<String, Object> link(TraceParent caller) {
        Map<String, Object> link = new LinkedHashMap<>();
        link.put("traceId", caller.traceId());
        link.put("spanId", caller.parentId());
        return link;
    }

    private static Map<String, Object> status(OtlpSpan.Error error) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("code", STATUS_ERROR);
        status.put("message", unicode(error.message()));
        return status;
    }

    private static Map<String, Object> event(OtlpSpan span, OtlpSpan.Error error) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("timeUnixNano", Long.toString(span.endEpochNanos()));
        event.put("name", OtlpSpan.ERROR_EVENT);
        event.put("attributes", attributes(error.attributes()));
        return event;
    }

    private static List<Object> attributes(Map<String, Object> attributes) {
        List<Object> list = new ArrayList<>();
        attributes.forEach((key, value) -> list.add(attribute(key, value)));
        return list;
    }

    private static Map<String, Object> attribute(String key, Object value) {
        Map<String, Object> attribute = new LinkedHashMap<>();
        attribute.put("key", key);
        attribute.put("value", value(value));
        return attribute;
    }

    private static Map<String, Object> value(Object value) {
        if (value instanceof Long number) {
            return Map.of("intValue", number.toString());
        }
        if (value instanceof Double) {
            return Map.of("doubleValue", value);
        }
        return value instanceof Boolean ? Map.of("boolValue", value) : Map.of("stringValue", unicode(value.toString()));
    }

    /** Half a surrogate pair is no text to Protobuf, whose readers refuse the document. */
    private static String unicode(String text) {
        StringBuilder unicode = new StringBuilder(text.length());
        text.codePoints()
                .forEach(codePoint -> unicode.appendCodePoint(
                        Character.getType(codePoint) == Character.SURROGATE ? REPLACEMENT : codePoint));
        return unicode.toString();
    }
}
