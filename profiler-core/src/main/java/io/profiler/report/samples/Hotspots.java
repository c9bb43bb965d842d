// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.samples;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds the looks at spans up by method and kind. */
final class Hotspots {

    private Hotspots() {}

    /** Where most looks are first. */
    static List<Hotspot> of(List<CallForest> forests) {
        Map<LookKind, Map<String, Long>> looks = new LinkedHashMap<>();
        for (CallForest forest : forests) {
            forest.leaves()
                    .forEach(leaf -> looks.computeIfAbsent(leaf.kind(), kind -> new LinkedHashMap<>())
                            .merge(forest.methodOf(leaf), leaf.looks(), Long::sum));
        }
        return looks.entrySet().stream()
                .flatMap(ofKind -> ofKind.getValue().entrySet().stream()
                        .map(entry -> new Hotspot(entry.getKey(), ofKind.getKey(), entry.getValue())))
                .sorted(Comparator.comparingLong(Hotspot::looks).reversed())
                .toList();
    }
}
