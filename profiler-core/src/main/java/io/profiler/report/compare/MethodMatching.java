// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.MethodPaths;
import io.profiler.report.internal.analysis.MethodTime;
import io.profiler.report.internal.analysis.MethodTimes;
import io.profiler.report.internal.analysis.SelfTimes;
import io.profiler.report.internal.analysis.SpanFigures;
import io.profiler.report.internal.analysis.SpanPath;
import io.profiler.report.internal.analysis.SpanPaths;
import io.profiler.report.samples.Samples;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds the methods of several traces that are to be compared with each other. Used once. */
final class MethodMatching {

    private static final int MOST_PATHS = 20_000;

    private final SpanPath<Step> origin;
    private final Map<List<Step>, Integer> spans = new HashMap<>();
    private final ChangeTable<SpanPath<Step>> paths;
    private final ChangeTable<Step> methods;

    MethodMatching(SpanPath<Step> origin, int before) {
        this.origin = origin;
        this.paths = new ChangeTable<>(before);
        this.methods = new ChangeTable<>(before);
    }

    void add(Report report, Samples samples, SelfTimes selfTimes, Map<ReportSpan, Step> steps) {
        Map<SpanPath<Step>, SpanFigures> byPath = new LinkedHashMap<>();
        SpanPaths.follow(
                report,
                span -> Objects.requireNonNull(steps.get(span)),
                origin,
                (span, path) -> MethodPaths.follow(
                        samples.in(span),
                        selfTimes.micros(span),
                        path,
                        method -> new Step(method, null),
                        (method, leaf, micros) -> add(byPath, method, path, figures(leaf.looks(), micros))));
        paths.add(byPath);
        methods.add(byMethod(MethodTimes.of(report, samples, selfTimes)));
    }

    private void add(
            Map<SpanPath<Step>, SpanFigures> byPath, SpanPath<Step> method, SpanPath<Step> span, SpanFigures figures) {
        if (byPath.containsKey(method) || byPath.size() < MOST_PATHS) {
            spans.putIfAbsent(method.steps(), span.steps().size());
            byPath.merge(method, figures, MethodMatching::plus);
        }
    }

    MethodChanges changes() {
        List<MethodChanges.Path> changed = paths.changes(SpanPath::steps).stream()
                .map(change -> new MethodChanges.Path(spans.getOrDefault(change.path(), 0), change))
                .toList();
        return new MethodChanges(changed, methods.changes(List::of));
    }

    private static Map<Step, SpanFigures> byMethod(List<MethodTime> times) {
        Map<Step, SpanFigures> byMethod = new LinkedHashMap<>();
        times.forEach(time ->
                byMethod.put(new Step(time.method(), time.kind().label()), figures(time.looks(), time.micros())));
        return byMethod;
    }

    private static SpanFigures figures(long looks, long micros) {
        return new SpanFigures(looks, 0, micros, micros, micros, micros, micros, micros, micros, 0);
    }

    private static SpanFigures plus(SpanFigures one, SpanFigures other) {
        return figures(one.count() + other.count(), one.selfMicros() + other.selfMicros());
    }
}
