// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.internal.BoundedTime;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.SpanEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Figures of the statements of one trace, put together without their values. */
public final class StatementGroups {

    private record Execution(String statement, @Nullable Object values) {}

    private StatementGroups() {}

    /** By the statement without values, in the order in which they first appear. Takes steps that grow with the texts. */
    public static Map<String, StatementFigures> of(Report report, SelfTimes selfTimes) {
        Map<String, List<ReportSpan>> groups = new LinkedHashMap<>();
        for (ReportSpan span : report.spans()) {
            if (span.statement() != null && !Preparation.is(span)) {
                String shape = Objects.requireNonNullElse(span.sharedSubject(), "");
                groups.computeIfAbsent(shape, key -> new ArrayList<>()).add(span);
            }
        }
        Map<String, StatementFigures> figures = new LinkedHashMap<>();
        groups.forEach((shape, spans) -> figures.put(shape, figures(spans, selfTimes)));
        return Collections.unmodifiableMap(figures);
    }

    private static StatementFigures figures(List<ReportSpan> spans, SelfTimes selfTimes) {
        FigureCollector collector = new FigureCollector();
        Set<Execution> different = new HashSet<>();
        for (ReportSpan span : spans) {
            collector.add(span, selfTimes.micros(span));
            different.add(new Execution(Objects.requireNonNullElse(span.statement(), ""), values(span)));
        }
        ReportSpan longest = Collections.max(spans, Comparator.comparingLong(ReportSpan::durationMicros));
        return new StatementFigures(collector.figures(), longest, rows(spans), spans.size() - different.size());
    }

    private static @Nullable Object values(ReportSpan span) {
        return databases(span)
                .map(db -> db.get("params"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Long rows(List<ReportSpan> spans) {
        return spans.stream()
                .flatMap(StatementGroups::databases)
                .flatMap(db -> Stream.of("returned", "updated").map(db::get))
                .filter(Number.class::isInstance)
                .map(count -> Math.max(0, ((Number) count).longValue()))
                .reduce(BoundedTime::plus)
                .orElse(null);
    }

    private static Stream<Map<?, ?>> databases(ReportSpan span) {
        return span.events().stream()
                .map(SpanEvent::info)
                .flatMap(info -> info.get("db") instanceof Map<?, ?> db ? Stream.of(db) : Stream.empty());
    }
}
