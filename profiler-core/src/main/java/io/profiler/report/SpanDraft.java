// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import io.profiler.point.TracePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A span while its points are collected. A later start or stop replaces an earlier one, as in OSprofiler. */
final class SpanDraft {

    private final TracePoint first;
    private final List<SpanEvent> events = new ArrayList<>(2);
    private @Nullable Long startedEpochMicros;
    private @Nullable Long finishedEpochMicros;
    private @Nullable SpanError error;

    SpanDraft(TracePoint first) {
        this.first = first;
    }

    void add(TracePoint point, @Nullable Long epochMicros) {
        events.add(new SpanEvent(point.name(), point.toDocument()));
        if (point.isStop()) {
            finishedEpochMicros = epochMicros == null ? finishedEpochMicros : epochMicros;
            if (!point.isManifest()) {
                error = SpanError.of(point.errorType(), point.info().get("message"));
            }
        } else {
            startedEpochMicros = epochMicros == null ? startedEpochMicros : epochMicros;
        }
    }

    ReportSpan span(long originEpochMicros) {
        long known = Objects.requireNonNullElse(finishedEpochMicros, originEpochMicros);
        long started = Objects.requireNonNullElse(startedEpochMicros, known);
        long finished = Objects.requireNonNullElse(finishedEpochMicros, started);
        return new ReportSpan(
                first.traceId(),
                first.parentId(),
                first.name().split("-", 2)[0],
                first.project(),
                first.service(),
                first.host(),
                events,
                started - originEpochMicros,
                finished - originEpochMicros,
                error);
    }
}
