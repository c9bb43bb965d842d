// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import io.profiler.internal.BoundedTime;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.MethodPaths;
import io.profiler.report.internal.analysis.SelfTimes;
import io.profiler.report.internal.analysis.SpanPath;
import io.profiler.report.internal.analysis.SpanPaths;
import io.profiler.report.samples.CallForest;
import io.profiler.report.samples.Samples;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Paths of spans, with the microseconds in which those there were at work themselves. Where looks found methods inside a span,
 * its paths go on with them, and its time is divided among them in proportion to the looks: as far as somebody looked.
 */
final class Stacks {

    private final SelfTimes selfTimes;
    private final Samples samples;
    private final SpanLabel label = new SpanLabel();
    private final UnaryOperator<String> escape;
    private final Map<SpanPath<String>, Long> micros = new LinkedHashMap<>();

    private Stacks(Report report, Samples samples, UnaryOperator<String> escape) {
        this.selfTimes = SelfTimes.of(report);
        this.samples = samples;
        this.escape = escape;
    }

    /**
     * The paths that took any time, in reading order.
     *
     * @param escape makes a label fit for the format
     */
    static Map<SpanPath<String>, Long> of(Report report, Samples samples, UnaryOperator<String> escape) {
        Stacks stacks = new Stacks(report, samples, escape);
        SpanPaths.follow(report, span -> escape.apply(stacks.label.of(span)), SpanPath.origin(), stacks::add);
        stacks.micros.values().removeIf(micros -> micros == 0);
        return Collections.unmodifiableMap(stacks.micros);
    }

    private void add(ReportSpan span, SpanPath<String> path) {
        CallForest forest = samples.in(span);
        if (forest.count() == 0) {
            add(path, selfTimes.micros(span));
        } else {
            long ownMicros = selfTimes.micros(span);
            add(path, ownMicros - forest.told(ownMicros));
            MethodPaths.follow(
                    forest,
                    ownMicros,
                    path,
                    method -> escape.apply(label.visible(method)),
                    (method, leaf, micros) -> add(method, micros));
        }
    }

    private void add(SpanPath<String> path, long ownMicros) {
        micros.merge(path, ownMicros, BoundedTime::plus);
    }
}
