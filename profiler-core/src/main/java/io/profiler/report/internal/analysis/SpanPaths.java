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
     * @param name gives the name of a span as a part of a path
     * @param origin where all paths come from; reports that share it share their paths
     */
    public static void follow(
            Report report,
            Function<ReportSpan, String> name,
            SpanPath origin,
            BiConsumer<ReportSpan, SpanPath> visitor) {
        List<SpanPath> above = new ArrayList<>(List.of(origin));
        for (PlacedSpan placed : report.depthFirst()) {
            above.subList(placed.depth() + 1, above.size()).clear();
            SpanPath path = above.get(placed.depth()).child(name.apply(placed.span()));
            above.add(path);
            visitor.accept(placed.span(), path);
        }
    }
}
