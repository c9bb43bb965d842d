// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.saved;

import io.profiler.internal.BoundedTime;
import io.profiler.point.PointTime;
import io.profiler.report.InvalidReportException;
import io.profiler.report.ReportSpan;
import io.profiler.report.SpanError;
import io.profiler.report.SpanEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A span as a saved report holds it: whole milliseconds, and whatever its raw events still tell. */
final class SavedSpan {

    private final Map<?, ?> node;
    private final Map<?, ?> info;
    private final List<SpanEvent> events = new ArrayList<>(2);
    private final @Nullable Long startedEpochMicros;
    private final @Nullable Long finishedEpochMicros;

    /** @throws InvalidReportException if the node is not that of a span */
    SavedSpan(@Nullable Object node) {
        this.node = SavedMembers.asObject(node, "a member of 'children'");
        this.info = SavedMembers.object(this.node, "info");
        SavedMembers.requireShallow(info, "'info'");
        info.forEach((member, value) -> addEvent(String.valueOf(member), value));
        if (events.isEmpty()) {
            addEventsOfTimes();
        }
        this.startedEpochMicros = epochMicros(false);
        this.finishedEpochMicros = epochMicros(true);
    }

    private void addEvent(String member, @Nullable Object value) {
        if (member.startsWith(SavedReport.PAYLOAD)) {
            events.add(new SpanEvent(member.substring(SavedReport.PAYLOAD.length()), payload(value)));
        }
    }

    /** OSprofiler kept no raw events before 1.0.0. */
    private void addEventsOfTimes() {
        String name = SavedMembers.textOrEmpty(info, "name");
        if (info.get("started") != null) {
            events.add(new SpanEvent(name + "-start", Map.of()));
        }
        if (info.get("finished") != null) {
            events.add(new SpanEvent(name + "-stop", Map.of()));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> payload(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    List<?> children() {
        return SavedMembers.list(node, "children");
    }

    /** When the trace began as far as this span can tell: less than a millisecond late, never early. */
    long originEpochMicros() {
        return Math.min(
                originEpochMicros(startedEpochMicros, "started"), originEpochMicros(finishedEpochMicros, "finished"));
    }

    private long originEpochMicros(@Nullable Long epochMicros, String member) {
        return epochMicros == null ? Long.MAX_VALUE : BoundedTime.minus(epochMicros, wholeMicros(member));
    }

    private long wholeMicros(String member) {
        return BoundedTime.microsOfMillis(SavedMembers.wholeNumber(info, member));
    }

    private @Nullable Long epochMicros(boolean stop) {
        Long found = null;
        for (SpanEvent event : events) {
            if (event.isStop() == stop && event.payload().get("timestamp") instanceof String timestamp) {
                found = PointTime.epochMicros(timestamp);
            }
        }
        return found;
    }

    ReportSpan span(long originEpochMicros) {
        boolean hasStop = events.stream().anyMatch(SpanEvent::isStop);
        boolean hasStart = !events.stream().allMatch(SpanEvent::isStop);
        long started = micros(startedEpochMicros, "started", originEpochMicros);
        long finished = micros(finishedEpochMicros, "finished", originEpochMicros);
        return new ReportSpan(
                SavedMembers.textOrEmpty(node, "trace_id"),
                SavedMembers.textOrEmpty(node, "parent_id"),
                SavedMembers.textOrEmpty(info, "name"),
                SavedMembers.text(info, "project"),
                SavedMembers.text(info, "service"),
                SavedMembers.text(info, "host"),
                events,
                hasStart ? started : finished,
                hasStop ? finished : started,
                error());
    }

    private long micros(@Nullable Long epochMicros, String member, long originEpochMicros) {
        return epochMicros == null ? wholeMicros(member) : BoundedTime.minus(epochMicros, originEpochMicros);
    }

    /** OSprofiler did not copy the exception from the raw event before 1.5.0. */
    private @Nullable SpanError error() {
        Map<?, ?> stop = infoOfLastStop();
        Object exception = info.containsKey("exception") ? info.get("exception") : stop.get("etype");
        return SavedReport.NO_EXCEPTION.equals(exception) ? null : SpanError.of(exception, stop.get("message"));
    }

    private Map<?, ?> infoOfLastStop() {
        return events.stream()
                .filter(event -> event.isStop() && !event.isManifest())
                .reduce((earlier, later) -> later)
                .<Map<?, ?>>map(SpanEvent::info)
                .orElse(Map.of());
    }
}
