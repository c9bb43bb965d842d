// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.internal.BoundedTime;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Completeness;
import io.profiler.report.internal.analysis.ReportTotals;
import io.profiler.report.internal.analysis.Requests;
import io.profiler.report.internal.analysis.TraceTitle;
import io.profiler.report.internal.analysis.UnexplainedTime;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What stands above the waterfall: which trace it is, how it ended, and what it adds up to. */
final class TraceHead {

    private final Report report;
    private final Requests requests;
    private final int shownSpans;
    private final ReportTotals totals;
    private final Completeness completeness;
    private final UnexplainedTime unexplained;

    TraceHead(Report report, Requests requests, int shownSpans) {
        this.report = report;
        this.requests = requests;
        this.shownSpans = shownSpans;
        this.totals = ReportTotals.of(report);
        this.completeness = Completeness.of(report);
        this.unexplained = UnexplainedTime.of(report);
    }

    void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("title", TraceTitle.of(report, requests));
        json.writeStringProperty("id", report.baseId());
        json.writeStringProperty("status", httpStatus());
        writeTimes(json);
        writeCounts(json);
        json.writeArrayPropertyStart("services");
        totals.services().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeTimes(JsonGenerator json) {
        Instant startedAt = report.startedAt();
        json.writeNumberProperty("durationMicros", report.durationMicros());
        json.writeNumberProperty("busyMicros", requests.busyMicros());
        json.writeNumberProperty("unexplainedMicros", unexplained.micros());
        json.writeNumberProperty("unexplainedOfMicros", unexplained.ofMicros());
        if (startedAt == null) {
            json.writeNullProperty("startedEpochMicros");
        } else {
            json.writeNumberProperty("startedEpochMicros", BoundedTime.epochMicros(startedAt));
        }
    }

    private void writeCounts(JsonGenerator json) {
        int orphans = report.orphans().size();
        json.writeNumberProperty("spans", totals.spans());
        json.writeNumberProperty("leftOut", Math.max(0, report.spans().size() - shownSpans));
        json.writeNumberProperty("errors", totals.errors());
        json.writeNumberProperty("unfinished", totals.unfinished());
        json.writeNumberProperty("orphans", orphans);
        json.writeBooleanProperty("complete", isComplete(orphans));
        json.writeStringProperty("completeness", completeness.figures(host -> host));
    }

    private boolean isComplete(int orphans) {
        return !completeness.isLossy()
                && totals.incomplete() == 0
                && orphans == 0
                && !report.roots().isEmpty()
                && report.unreachable().isEmpty();
    }

    /** The status of the request at the top, null if no service recorded it; several requests have one each. */
    private @Nullable String httpStatus() {
        return requests.areSeveral()
                ? null
                : report.roots().stream()
                        .map(ReportSpan::httpStatus)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }
}
