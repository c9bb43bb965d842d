// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import io.profiler.report.Report;
import io.profiler.report.html.PageData;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** What the page of a comparison shows: both traces, and the paths that changed most. */
final class ComparisonData implements PageData {

    private static final int MOST_PATHS = 5_000;

    private final Comparison comparison;

    ComparisonData(Comparison comparison) {
        this.comparison = comparison;
    }

    @Override
    public void write(JsonGenerator json) {
        List<PathChange> changes = comparison.changes();
        json.writeStartObject();
        writeTrace(json, "before", comparison.before());
        writeTrace(json, "after", comparison.after());
        json.writeNumberProperty("leftOut", Math.max(0, changes.size() - MOST_PATHS));
        json.writeArrayPropertyStart("changes");
        changes.stream().limit(MOST_PATHS).forEach(change -> writeChange(json, change));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeTrace(JsonGenerator json, String member, Report report) {
        Instant startedAt = report.startedAt();
        json.writeObjectPropertyStart(member);
        json.writeStringProperty("title", report.title());
        json.writeStringProperty("id", report.baseId());
        json.writeStringProperty("startedAt", startedAt == null ? null : startedAt.toString());
        json.writeNumberProperty("micros", report.durationMicros());
        json.writeNumberProperty("spans", report.spans().size());
        json.writeNumberProperty(
                "errors",
                report.spans().stream().filter(span -> span.error() != null).count());
        json.writeEndObject();
    }

    private static void writeChange(JsonGenerator json, PathChange change) {
        json.writeStartObject();
        json.writeArrayPropertyStart("names");
        change.names().forEach(json::writeString);
        json.writeEndArray();
        writePair(json, "count", change.countBefore(), change.countAfter());
        writePair(json, "micros", change.microsBefore(), change.microsAfter());
        writePair(json, "errors", change.errorsBefore(), change.errorsAfter());
        json.writeEndObject();
    }

    private static void writePair(JsonGenerator json, String member, long before, long after) {
        json.writeArrayPropertyStart(member);
        json.writeNumber(before);
        json.writeNumber(after);
        json.writeEndArray();
    }
}
