// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import io.profiler.internal.BoundedTime;
import io.profiler.point.TracePoint;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A trace made ready to be shown: its spans as a forest, with times and statistics.
 *
 * <pre>{@code
 * Report report = Report.of(store.read(baseId));
 * new TreeReportRenderer(TreeOptions.plain()).render(report, System.out);
 * }</pre>
 *
 * <p>Times are microseconds since the first event of the trace. What a span is and where it stands follows OSprofiler
 * 3.4.3: siblings are sorted by the whole millisecond they began in, and spans in a cycle of parents count in the
 * statistics but have no place in the forest. Spans are told apart by identity: no other report's span has a place in
 * this one, even if it holds the same.
 *
 * <p>Immutable, so any number of threads may use one. All texts stand as they were recorded and may hold any
 * characters: whoever shows them has to escape them, as the renderers do.
 *
 * @since 0.1
 */
public class Report {

    private final ReportTimes times;
    private final SpanForest forest;
    private final Map<String, SpanStatistics> statistics;

    /**
     * A report of what was not read as trace points, for a reader of another format.
     *
     * @param times when the trace ran
     * @param forest its spans
     * @param statistics what they add up to by name, in the order in which the names appear
     */
    protected Report(ReportTimes times, SpanForest forest, Map<String, SpanStatistics> statistics) {
        this.times = times;
        this.forest = forest;
        this.statistics = Collections.unmodifiableMap(new LinkedHashMap<>(statistics));
    }

    /**
     * Makes the report of a trace.
     *
     * <p>Never fails: points that contradict each other, miss their other half or form a cycle make a report that shows
     * it. A later start or stop of a span replaces an earlier one.
     *
     * @param points all points of one trace, in the order of their arrival; one whose timestamp cannot be read tells no
     *     time. No points make an empty report
     * @return the report, which keeps the points but not the list
     */
    public static Report of(List<TracePoint> points) {
        return new ReportAssembly().add(points).report();
    }

    /** {@return the id of the trace, as its first event that has one says; null if the report does not say} */
    public @Nullable String baseId() {
        return spans().stream()
                .flatMap(span -> span.events().stream())
                .map(event -> event.payload().get("base_id"))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElse(null);
    }

    /**
     * {@return what the trace is about, in a few words} The first request at the top, {@code GET /v2/queues}, else the first
     * name there, as it stands in the data; {@code no spans} if there are none.
     */
    public String title() {
        return roots().stream()
                .map(ReportSpan::request)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(this::firstName);
    }

    private String firstName() {
        return Stream.concat(roots().stream(), spans().stream())
                .map(ReportSpan::name)
                .findFirst()
                .orElse("no spans");
    }

    /** {@return when the first event was, by the clock of whoever wrote it; null if the report does not say} */
    public @Nullable Instant startedAt() {
        Long micros = times.originEpochMicros();
        return micros == null ? null : BoundedTime.instant(micros);
    }

    /** {@return the microseconds from the first event to the last; 0 if there is none} */
    public long durationMicros() {
        return times.durationMicros();
    }

    /** {@return when the last span began, in microseconds since the first event; null if no event started one} */
    public @Nullable Long lastStartedMicros() {
        return times.lastStartedMicros();
    }

    /**
     * {@return all spans, in the order of their arrival} Those of a saved report come level by level, and without those in a
     * cycle, of which it holds only the {@link #statistics()}. Cannot be changed, nor can any other list or map of a report.
     */
    public List<ReportSpan> spans() {
        return forest.spans();
    }

    /** {@return the spans at the top, which have no parent in the trace, in the order in which they began} */
    public List<ReportSpan> roots() {
        return forest.roots();
    }

    /**
     * {@return the spans directly below another, in the order in which they began}
     *
     * @param span one of {@link #spans()} itself; an equal one of another report has none below it
     */
    public List<ReportSpan> childrenOf(ReportSpan span) {
        return forest.childrenOf(span);
    }

    /** {@return the forest in reading order: each span before its children, with its depth} */
    public List<PlacedSpan> depthFirst() {
        return forest.depthFirst();
    }

    /** {@return the number and the sum of durations of the spans of each name, in the order in which the names appear} */
    public Map<String, SpanStatistics> statistics() {
        return statistics;
    }

    /**
     * {@return the spans at the top whose parent is neither in the trace nor the trace itself} The parent has been
     * dropped, is not stored yet, or ran in a service that writes elsewhere. Empty if the report has no id.
     */
    public List<ReportSpan> orphans() {
        String baseId = baseId();
        return baseId == null
                ? List.of()
                : roots().stream()
                        .filter(root -> !root.parentId().equals(baseId))
                        .toList();
    }

    /**
     * {@return how many spans of each name are in, or below, a cycle of parents, so that no root leads to them} Names
     * without any are not in it.
     */
    public Map<String, Long> unreachable() {
        Map<String, Long> counts = new LinkedHashMap<>();
        statistics.forEach((name, entry) -> counts.put(name, entry.count()));
        depthFirst().forEach(placed -> counts.merge(placed.span().name(), -1L, Long::sum));
        counts.values().removeIf(count -> count <= 0);
        return Collections.unmodifiableMap(counts);
    }
}
