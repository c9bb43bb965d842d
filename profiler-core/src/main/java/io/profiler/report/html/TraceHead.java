// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.point.BoundedTime;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.SpanStatistics;
import io.profiler.report.internal.analysis.Requests;
import io.profiler.report.internal.analysis.TraceTitle;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What stands above the waterfall: which trace it is, how it ended, and what it adds up to. */
final class TraceHead {

    private final Report report;
    private final Requests requests;
    private final int shownSpans;

    TraceHead(Report report, Requests requests, int shownSpans) {
        this.report = report;
        this.requests = requests;
        this.shownSpans = shownSpans;
    }

    void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("title", TraceTitle.of(report, requests));
        json.writeStringProperty("id", report.baseId());
        json.writeStringProperty("status", httpStatus());
        writeTimes(json);
        writeCounts(json);
        json.writeArrayPropertyStart("services");
        services().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeTimes(JsonGenerator json) {
        Instant startedAt = report.startedAt();
        json.writeNumberProperty("durationMicros", report.durationMicros());
        json.writeNumberProperty("busyMicros", requests.busyMicros());
        if (startedAt == null) {
            json.writeNullProperty("startedEpochMicros");
        } else {
            json.writeNumberProperty("startedEpochMicros", BoundedTime.epochMicros(startedAt));
        }
    }

    private void writeCounts(JsonGenerator json) {
        long unfinished = count(span -> !span.hasStop());
        long orphans = report.orphans().size();
        json.writeNumberProperty("spans", spans());
        json.writeNumberProperty("leftOut", Math.max(0, report.spans().size() - shownSpans));
        json.writeNumberProperty("errors", count(span -> span.error() != null));
        json.writeNumberProperty("unfinished", unfinished);
        json.writeNumberProperty("orphans", orphans);
        json.writeBooleanProperty("complete", isComplete(unfinished + orphans));
    }

    private long spans() {
        return report.statistics().values().stream()
                .mapToLong(SpanStatistics::count)
                .sum();
    }

    private boolean isComplete(long incomplete) {
        return incomplete == 0
                && !report.roots().isEmpty()
                && report.unreachable().isEmpty()
                && count(span -> !span.hasStart()) == 0;
    }

    private long count(Predicate<ReportSpan> condition) {
        return report.spans().stream().filter(condition).count();
    }

    private List<String> services() {
        return report.spans().stream()
                .map(ReportSpan::qualifiedService)
                .filter(service -> !service.isEmpty())
                .distinct()
                .toList();
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
