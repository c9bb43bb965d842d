// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.internal.BoundedTime;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The layers of a trace. Where names hold ids each span would be a layer of its own; of more than there are colours and room
 * for, those that took least are one.
 */
public final class Layers {

    /** What the names are together that have no layer of their own. */
    public static final Layer REST = new Layer("rest", "Other names");

    private static final int MOST = 24;

    private final Map<String, Layer> layers = new HashMap<>();

    private Layers(Report report) {
        report.spans().forEach(span -> layers.computeIfAbsent(span.name(), Layer::of));
        Set<Layer> all = new HashSet<>(layers.values());
        if (all.size() > MOST) {
            Set<Layer> kept = longest(report, all);
            layers.replaceAll((name, layer) -> kept.contains(layer) ? layer : REST);
        }
    }

    /** Takes n log n steps for n spans. */
    public static Layers of(Report report) {
        return new Layers(report);
    }

    /** The layer of a span of the report. */
    public Layer of(ReportSpan span) {
        return layers.getOrDefault(span.name(), REST);
    }

    /** All that are known by their names, and the rest has a place, too. */
    private Set<Layer> longest(Report report, Set<Layer> all) {
        Set<Layer> kept = new HashSet<>(all);
        Map<Layer, Long> others = others(report);
        kept.removeAll(others.keySet());
        int places = MOST - kept.size() - 1;
        others.entrySet().stream()
                .sorted(Collections.reverseOrder(Map.Entry.comparingByValue(Comparator.naturalOrder())))
                .limit(places)
                .forEach(layer -> kept.add(layer.getKey()));
        return kept;
    }

    /** How long the others were at work, in the order in which they come. */
    private Map<Layer, Long> others(Report report) {
        SelfTimes times = SelfTimes.of(report);
        Map<Layer, Long> micros = new LinkedHashMap<>();
        for (ReportSpan span : report.spans()) {
            Layer layer = of(span);
            if (layer.kind().isEmpty()) {
                micros.merge(layer, times.micros(span), BoundedTime::plus);
            }
        }
        return micros;
    }
}
