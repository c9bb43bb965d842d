// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.point.PointTime;
import io.profiler.point.TracePoint;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.SpanEvent;
import io.profiler.report.internal.json.JsonDocumentWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The trace points of all spans as columns. Of a point whose record says what its span says anyway, the page gets the
 * name and {@code info} alone and puts the record together again; of any other, the whole record. JSON comes without its
 * indentation, which the page puts back: no text in JSON holds a line break.
 */
final class EventColumns {

    private record SpanPoint(ReportSpan span, SpanEvent event) {}

    private final List<SpanPoint> points;
    private final @Nullable String baseId;
    private final @Nullable Instant origin;
    private final StringTable strings;

    EventColumns(List<PageSpan> spans, Report report, StringTable strings) {
        this.points = spans.stream()
                .flatMap(placed -> placed.span().events().stream().map(event -> new SpanPoint(placed.span(), event)))
                .toList();
        this.baseId = report.baseId();
        this.origin = report.startedAt();
        this.strings = strings;
    }

    void write(JsonGenerator json) {
        json.writeStartObject();
        column(json, "name", point -> strings.numberOf(point.event().name()));
        column(
                json,
                "info",
                point -> strings.numberOf(
                        JsonDocumentWriter.unindented(point.event().info())));
        column(json, "record", this::record);
        json.writeEndObject();
    }

    private void column(JsonGenerator json, String name, ToIntFunction<SpanPoint> value) {
        json.writeArrayPropertyStart(name);
        points.forEach(point -> json.writeNumber(value.applyAsInt(point)));
        json.writeEndArray();
    }

    private int record(SpanPoint point) {
        return isPlain(point)
                ? 0
                : strings.numberOf(JsonDocumentWriter.unindented(point.event().payload()));
    }

    /** Whether the page can put the record together, to the order of its members. */
    private boolean isPlain(SpanPoint point) {
        ReportSpan span = point.span();
        return baseId != null
                && origin != null
                && isNamed(span.project())
                && isNamed(span.service())
                && inOrder(expected(point, baseId, origin))
                        .equals(inOrder(point.event().payload()));
    }

    private static boolean isNamed(@Nullable String text) {
        return text != null && !text.isEmpty();
    }

    private static Map<String, @Nullable Object> expected(SpanPoint point, String baseId, Instant origin) {
        ReportSpan span = point.span();
        long micros = point.event().isStop() ? span.finishedMicros() : span.startedMicros();
        Map<String, @Nullable Object> expected = new TracePoint(
                        point.event().name(),
                        baseId,
                        span.traceId(),
                        span.parentId(),
                        PointTime.format(origin.plus(micros, ChronoUnit.MICROS)),
                        Map.of(),
                        span.project(),
                        span.service())
                .toDocument();
        expected.put("info", point.event().info());
        return expected;
    }

    private static List<Map.Entry<String, @Nullable Object>> inOrder(Map<String, @Nullable Object> members) {
        return new ArrayList<>(members.entrySet());
    }
}
