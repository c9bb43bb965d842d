// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.report.ReportSpan;
import io.profiler.report.SpanEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The trace points of all spans as columns. Of a point whose record says what its span says anyway, the page gets the
 * name, the timestamp and {@code info} alone and puts the record together again; of any other, the whole record.
 */
final class EventColumns {

    private static final List<String> MEMBERS =
            List.of("name", "base_id", "trace_id", "parent_id", "timestamp", "info", "project", "service");

    private record SpanPoint(ReportSpan span, SpanEvent event) {}

    private final List<SpanPoint> points;
    private final @Nullable String baseId;
    private final StringTable strings;

    EventColumns(List<PageSpan> spans, @Nullable String baseId, StringTable strings) {
        this.points = spans.stream()
                .flatMap(placed -> placed.span().events().stream().map(event -> new SpanPoint(placed.span(), event)))
                .toList();
        this.baseId = baseId;
        this.strings = strings;
    }

    void write(JsonGenerator json) {
        json.writeStartObject();
        column(json, "name", point -> strings.numberOf(point.event().name()));
        column(json, "timestamp", point -> isPlain(point) ? strings.numberOf(timestamp(point.event())) : 0);
        column(json, "info", point -> strings.numberOf(point.event().infoJson()));
        column(
                json,
                "record",
                point -> isPlain(point) ? 0 : strings.numberOf(point.event().payloadJson()));
        json.writeEndObject();
    }

    private void column(JsonGenerator json, String name, ToIntFunction<SpanPoint> value) {
        json.writeArrayPropertyStart(name);
        points.forEach(point -> json.writeNumber(value.applyAsInt(point)));
        json.writeEndArray();
    }

    private static @Nullable String timestamp(SpanEvent event) {
        return event.payload().get("timestamp") instanceof String text ? text : null;
    }

    private boolean isPlain(SpanPoint point) {
        Map<String, @Nullable Object> payload = point.event().payload();
        return timestamp(point.event()) != null
                && isNamed(point.span().project())
                && isNamed(point.span().service())
                && payload.keySet().stream().toList().equals(MEMBERS)
                && payload.get("info") instanceof Map<?, ?>
                && isSameAs(expected(point), payload);
    }

    private static boolean isNamed(@Nullable String text) {
        return text != null && !text.isEmpty();
    }

    private List<@Nullable Object> expected(SpanPoint point) {
        ReportSpan span = point.span();
        return Arrays.asList(
                point.event().name(), baseId, span.traceId(), span.parentId(), span.project(), span.service());
    }

    private static boolean isSameAs(List<@Nullable Object> expected, Map<String, @Nullable Object> payload) {
        return Objects.equals(
                expected,
                Arrays.asList(
                        payload.get("name"),
                        payload.get("base_id"),
                        payload.get("trace_id"),
                        payload.get("parent_id"),
                        payload.get("project"),
                        payload.get("service")));
    }
}
