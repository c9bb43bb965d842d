// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.html.PageData;
import io.profiler.report.internal.analysis.ReportTotals;
import io.profiler.report.internal.analysis.RequestWords;
import io.profiler.report.internal.analysis.Requests;
import io.profiler.report.internal.analysis.TraceTitle;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
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
        Requests requests = Requests.of(report);
        ReportTotals totals = ReportTotals.of(report);
        json.writeStringProperty("title", TraceTitle.of(report, requests));
        json.writeStringProperty("id", report.baseId());
        json.writeStringProperty("startedAt", startedAt == null ? null : startedAt.toString());
        json.writeNumberProperty("micros", requests.busyMicros());
        json.writeStringProperty("refusals", RequestWords.refusals(requests));
        json.writeNumberProperty("spans", totals.spans());
        json.writeNumberProperty("unfinished", totals.incomplete());
        json.writeBooleanProperty("finished", report.roots().stream().allMatch(ReportSpan::isFinished));
        json.writeNumberProperty("errors", totals.errors());
        json.writeEndObject();
    }

    private static void writeChange(JsonGenerator json, PathChange change) {
        json.writeStartObject();
        json.writeArrayPropertyStart("names");
        change.names().forEach(json::writeString);
        json.writeEndArray();
        writePair(json, "count", change, PathTotals::count);
        writePair(json, "unfinished", change, PathTotals::unfinished);
        writePair(json, "micros", change, PathTotals::micros);
        writePair(json, "errors", change, PathTotals::errors);
        json.writeEndObject();
    }

    private static void writePair(
            JsonGenerator json, String member, PathChange change, ToLongFunction<PathTotals> figure) {
        json.writeArrayPropertyStart(member);
        json.writeNumber(figure.applyAsLong(change.before()));
        json.writeNumber(figure.applyAsLong(change.after()));
        json.writeEndArray();
    }
}
