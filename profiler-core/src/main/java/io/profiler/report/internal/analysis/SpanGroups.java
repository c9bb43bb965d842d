// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Figures of the spans of one trace by what they have in common, in the order in which that first appears. */
public final class SpanGroups {

    private SpanGroups() {}

    public static Map<String, SpanFigures> byName(Report report, SelfTimes selfTimes) {
        return by(ReportSpan::name, report, selfTimes);
    }

    /** By the whole name of the function; spans that name none are left out. */
    public static Map<String, SpanFigures> byFunction(Report report, SelfTimes selfTimes) {
        return by(ReportSpan::function, report, selfTimes);
    }

    private static Map<String, SpanFigures> by(
            Function<ReportSpan, @Nullable String> property, Report report, SelfTimes selfTimes) {
        Map<String, FigureCollector> groups = new LinkedHashMap<>();
        for (ReportSpan span : report.spans()) {
            String group = property.apply(span);
            if (group != null) {
                groups.computeIfAbsent(group, key -> new FigureCollector()).add(span, selfTimes.micros(span));
            }
        }
        Map<String, SpanFigures> figures = new LinkedHashMap<>();
        groups.forEach((group, collector) -> figures.put(group, collector.figures()));
        return Collections.unmodifiableMap(figures);
    }
}
