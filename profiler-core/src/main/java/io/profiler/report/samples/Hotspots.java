// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.samples;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds looks up by method and kind. Not thread-safe. */
final class Hotspots {

    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    private final Map<LookKind, Map<String, Long>> looks = new LinkedHashMap<>();

    Hotspots add(CallForest forest) {
        for (Leaf leaf : forest.leaves()) {
            looks.computeIfAbsent(leaf.kind(), kind -> new LinkedHashMap<>())
                    .merge(method(leaf, forest.calls()), leaf.looks(), Long::sum);
        }
        return this;
    }

    private static String method(Leaf leaf, List<Call> calls) {
        for (int call = leaf.call(); call != Call.NONE; call = calls.get(call).caller()) {
            String method = calls.get(call).method();
            if (JDK.stream().noneMatch(method::startsWith)) {
                return method;
            }
        }
        return calls.get(leaf.call()).method();
    }

    /** Where most looks are first. */
    List<Hotspot> sorted() {
        return looks.entrySet().stream()
                .flatMap(ofKind -> ofKind.getValue().entrySet().stream()
                        .map(entry -> new Hotspot(entry.getKey(), ofKind.getKey(), entry.getValue())))
                .sorted(Comparator.comparingLong(Hotspot::looks).reversed())
                .toList();
    }
}
