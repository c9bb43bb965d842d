// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.PlacedSpan;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Follows the paths of a report. */
public final class SpanPaths {

    private SpanPaths() {}

    /**
     * Goes through all spans that have a place in the forest, in reading order.
     *
     * @param step gives what a span is as a part of a path
     * @param origin where all paths come from; reports that share it share their paths
     */
    public static <S> void follow(
            Report report,
            Function<ReportSpan, S> step,
            SpanPath<S> origin,
            BiConsumer<ReportSpan, SpanPath<S>> visitor) {
        List<SpanPath<S>> above = new ArrayList<>(List.of(origin));
        for (PlacedSpan placed : report.depthFirst()) {
            above.subList(placed.depth() + 1, above.size()).clear();
            SpanPath<S> path = above.get(placed.depth()).child(step.apply(placed.span()));
            above.add(path);
            visitor.accept(placed.span(), path);
        }
    }
}
