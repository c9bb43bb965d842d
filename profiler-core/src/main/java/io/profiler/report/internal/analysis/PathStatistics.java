// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.Map;
import java.util.function.Function;

/**
 * Figures of the spans of any number of traces, by the path that leads to them from the root. Not thread-safe.
 *
 * @param <S> what a step of a path is
 */
public final class PathStatistics<S> {

    private final SpanPath<S> origin;
    private final Function<ReportSpan, S> step;
    private final FigureTable<SpanPath<S>> table = new FigureTable<>();

    /**
     * @param origin where all paths come from; figures that share it have the same paths for the same steps
     * @param step gives what a span is as a part of a path
     */
    public PathStatistics(SpanPath<S> origin, Function<ReportSpan, S> step) {
        this.origin = origin;
        this.step = step;
    }

    /** Of paths that are names. */
    public static PathStatistics<String> byName() {
        return new PathStatistics<>(SpanPath.origin(), ReportSpan::name);
    }

    /** Adds all spans of a trace that have a place in its forest. */
    public PathStatistics<S> add(Report report) {
        return add(report, SelfTimes.of(report));
    }

    /** The same, with the self times of the report. */
    public PathStatistics<S> add(Report report, SelfTimes selfTimes) {
        SpanPaths.follow(report, step, origin, (span, path) -> table.add(path, span, selfTimes.micros(span)));
        return this;
    }

    /** The figures so far, in the order in which their paths first appeared. */
    public Map<SpanPath<S>, SpanFigures> figures() {
        return table.figures();
    }
}
