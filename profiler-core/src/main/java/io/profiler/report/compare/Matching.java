// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import io.profiler.report.PlacedSpan;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Layer;
import io.profiler.report.internal.analysis.PathStatistics;
import io.profiler.report.internal.analysis.SelfTimes;
import io.profiler.report.internal.analysis.SpanGroups;
import io.profiler.report.internal.analysis.SpanPath;
import io.profiler.report.samples.Samples;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Finds the spans of several traces that are to be compared with each other. Used once. */
final class Matching {

    private final SpanPath<Step> origin = SpanPath.origin(new Step(SpanPath.DEEPER, null));
    private final ChangeTable<SpanPath<Step>> paths;
    private final ChangeTable<Step> operations;
    private final ChangeTable<Step> names;
    private final ChangeTable<Step> layers;
    private final Map<String, Step> layersByName = new HashMap<>();
    private final Map<Step, Step> known = new HashMap<>();
    private final boolean severalRequests;
    private final MethodMatching methods;
    private boolean sampled = true;

    /**
     * @param before how many of the traces are of the first side
     * @param severalRequests whether requests have to be told apart in a trace; else the one request of each trace is compared
     *     with that of the others, whatever it was
     */
    Matching(int before, boolean severalRequests) {
        this.paths = new ChangeTable<>(before);
        this.operations = new ChangeTable<>(before);
        this.names = new ChangeTable<>(before);
        this.layers = new ChangeTable<>(before);
        this.severalRequests = severalRequests;
        this.methods = new MethodMatching(origin, before);
    }

    void add(Report report) {
        SelfTimes selfTimes = SelfTimes.of(report);
        Map<ReportSpan, Step> steps = steps(report);
        addMethods(report, selfTimes, steps);
        paths.add(
                new PathStatistics<>(origin, steps::get).add(report, selfTimes).figures());
        operations.add(SpanGroups.by(steps::get, report, selfTimes));
        names.add(SpanGroups.by(span -> isPlaced(span, steps) ? new Step(span.name(), null) : null, report, selfTimes));
        layers.add(SpanGroups.by(span -> isPlaced(span, steps) ? layer(span.name()) : null, report, selfTimes));
    }

    /** Methods of some traces cannot be compared with the spans of others. */
    private void addMethods(Report report, SelfTimes selfTimes, Map<ReportSpan, Step> steps) {
        Samples samples = Samples.of(report);
        sampled &= !samples.isEmpty();
        if (sampled) {
            methods.add(report, samples, selfTimes, steps);
        }
    }

    private static boolean isPlaced(ReportSpan span, Map<ReportSpan, Step> steps) {
        return steps.containsKey(span);
    }

    private Step layer(String name) {
        return layersByName.computeIfAbsent(name, key -> new Step(Layer.of(key).kind(), null));
    }

    private Map<ReportSpan, Step> steps(Report report) {
        Map<ReportSpan, Step> steps = new IdentityHashMap<>();
        for (PlacedSpan placed : report.depthFirst()) {
            ReportSpan span = placed.span();
            boolean theRequest = placed.depth() == 0 && !severalRequests;
            Step step = new Step(span.name(), theRequest ? null : span.sharedSubject());
            steps.put(span, known.computeIfAbsent(step, added -> added));
        }
        return steps;
    }

    List<Change> paths() {
        return paths.changes(SpanPath::steps);
    }

    List<Change> operations() {
        return operations.changes(List::of);
    }

    List<Change> names() {
        return names.changes(List::of);
    }

    MethodChanges methods() {
        return sampled ? methods.changes() : MethodChanges.NONE;
    }

    List<Change> layers() {
        return layers.changes(List::of).stream()
                .filter(change -> !change.step().name().isEmpty())
                .toList();
    }
}
