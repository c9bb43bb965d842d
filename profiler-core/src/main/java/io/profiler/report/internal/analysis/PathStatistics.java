// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Figures of the spans of any number of traces, by the names that lead to them from the root. Not thread-safe. */
public final class PathStatistics {

    private final SpanPath origin;
    private final Map<SpanPath, FigureCollector> collectors = new LinkedHashMap<>();

    public PathStatistics() {
        this(SpanPath.origin());
    }

    /**
     * @param origin where all paths come from; figures that share it have the same paths for the same names
     */
    public PathStatistics(SpanPath origin) {
        this.origin = origin;
    }

    /** Adds all spans of a trace that have a place in its forest. */
    public PathStatistics add(Report report) {
        SelfTimes selfTimes = SelfTimes.of(report);
        SpanPaths.follow(
                report,
                ReportSpan::name,
                origin,
                (span, path) -> collectors
                        .computeIfAbsent(path, key -> new FigureCollector())
                        .add(span, selfTimes.micros(span)));
        return this;
    }

    /** The figures so far, in the order in which their paths first appeared. */
    public Map<SpanPath, SpanFigures> figures() {
        Map<SpanPath, SpanFigures> figures = new LinkedHashMap<>();
        collectors.forEach((path, collector) -> figures.put(path, collector.figures()));
        return Collections.unmodifiableMap(figures);
    }
}
