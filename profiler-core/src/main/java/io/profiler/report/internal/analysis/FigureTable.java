// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.ReportSpan;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Figures of the spans of any number of traces by what they have in common. Not thread-safe.
 *
 * @param <K> what they have in common, with equals and hashCode
 */
public final class FigureTable<K> {

    private final Map<K, FigureCollector> collectors = new LinkedHashMap<>();

    /** Adds a span, with the time in which it was at work itself. */
    public void add(K key, ReportSpan span, long selfMicros) {
        collectors.computeIfAbsent(key, added -> new FigureCollector()).add(span, selfMicros);
    }

    /** The figures so far, in the order in which their keys first appeared. */
    public Map<K, SpanFigures> figures() {
        Map<K, SpanFigures> figures = new LinkedHashMap<>();
        collectors.forEach((key, collector) -> figures.put(key, collector.figures()));
        return Collections.unmodifiableMap(figures);
    }

    /** The same, where most time was spent first. */
    public static <K> Map<K, SpanFigures> byTime(Map<K, SpanFigures> figures) {
        Map<K, SpanFigures> sorted = new LinkedHashMap<>();
        figures.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> -entry.getValue().totalMicros()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return Collections.unmodifiableMap(sorted);
    }
}
