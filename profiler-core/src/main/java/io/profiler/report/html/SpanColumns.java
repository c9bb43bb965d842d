// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.SpanError;
import io.profiler.report.internal.analysis.LateSpans;
import io.profiler.report.internal.analysis.SelfTimes;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The spans as columns: far smaller than an object for each, and read in one go. */
final class SpanColumns {

    private static final int NEVER_STOPPED = 1;
    private static final int NEVER_STARTED = 2;
    private static final int ORPHAN = 4;
    private static final int IN_CYCLE = 8;
    private static final int LATE = 16;

    private static final String UNNAMED_ERROR = "error";

    private final List<PageSpan> spans;
    private final Set<ReportSpan> orphans = Collections.newSetFromMap(new IdentityHashMap<>());
    private final LateSpans late;
    private final StringTable strings;
    private final LayerColumn layers;

    SpanColumns(List<PageSpan> spans, Report report, StringTable strings) {
        this.spans = spans;
        this.orphans.addAll(report.orphans());
        this.late = LateSpans.of(report);
        this.strings = strings;
        this.layers = new LayerColumn(spans, report);
    }

    void write(JsonGenerator json, SelfTimes selfTimes) {
        json.writeStartObject();
        writeIds(json);
        column(json, "parent", PageSpan::parent);
        column(json, "started", placed -> placed.span().startedMicros());
        column(json, "duration", placed -> placed.span().durationMicros());
        column(json, "self", placed -> selfTimes.micros(placed.span()));
        column(json, "flags", this::flags);
        column(json, "events", placed -> placed.span().events().size());
        column(json, "layer", layers::numberOf);
        writeTexts(json);
        json.writeEndObject();
        layers.write(json);
    }

    private void writeIds(JsonGenerator json) {
        json.writeArrayPropertyStart("id");
        spans.forEach(placed -> json.writeString(placed.span().traceId()));
        json.writeEndArray();
    }

    private void writeTexts(JsonGenerator json) {
        text(json, "name", placed -> placed.span().name());
        text(json, "subject", placed -> placed.span().subject());
        text(json, "operation", placed -> operation(placed.span()));
        text(json, "project", placed -> placed.span().project());
        text(json, "serviceName", placed -> placed.span().service());
        text(json, "service", placed -> placed.span().qualifiedService());
        text(json, "host", placed -> placed.span().host());
        text(json, "error", placed -> errorType(placed.span().error()));
        text(json, "message", placed -> errorMessage(placed.span().error()));
        text(json, "parentId", this::parentIdIfNotAbove);
    }

    /** What spans that do the same have in common: the name, and the function or statement without its arguments. */
    private static String operation(ReportSpan span) {
        String subject = sharedSubject(span);
        return subject == null || subject.isEmpty() ? span.name() : span.name() + " " + subject;
    }

    /** A request is told apart by its method alone, because ids are part of most paths. */
    private static @Nullable String sharedSubject(ReportSpan span) {
        String request = span.request();
        if (request == null) {
            return span.subject();
        }
        int method = request.indexOf(' ');
        return method < 0 ? null : request.substring(0, method);
    }

    private static @Nullable String errorType(@Nullable SpanError error) {
        return error == null ? null : error.type().isEmpty() ? UNNAMED_ERROR : error.type();
    }

    private static @Nullable String errorMessage(@Nullable SpanError error) {
        return error == null ? null : error.message();
    }

    private @Nullable String parentIdIfNotAbove(PageSpan placed) {
        String parentId = placed.span().parentId();
        boolean above = placed.parent() != PageSpan.TOP
                && spans.get(placed.parent()).span().traceId().equals(parentId);
        return above ? null : parentId;
    }

    private interface Text {
        @Nullable
        String of(PageSpan placed);
    }

    private void text(JsonGenerator json, String name, Text text) {
        column(json, name, placed -> strings.numberOf(text.of(placed)));
    }

    private void column(JsonGenerator json, String name, ToLongFunction<PageSpan> value) {
        json.writeArrayPropertyStart(name);
        spans.forEach(placed -> json.writeNumber(value.applyAsLong(placed)));
        json.writeEndArray();
    }

    private int flags(PageSpan placed) {
        ReportSpan span = placed.span();
        return (span.hasStop() ? 0 : NEVER_STOPPED)
                | (span.hasStart() ? 0 : NEVER_STARTED)
                | (orphans.contains(span) ? ORPHAN : 0)
                | (placed.inCycle() ? IN_CYCLE : 0)
                | (late.contain(span) ? LATE : 0);
    }
}
