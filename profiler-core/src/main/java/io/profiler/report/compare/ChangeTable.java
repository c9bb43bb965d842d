// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import io.profiler.report.internal.analysis.SpanFigures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Figures of several traces by what is compared. Used once.
 *
 * @param <K> what is compared, with equals and hashCode
 */
final class ChangeTable<K> {

    private final int before;
    private final List<Map<K, SpanFigures>> traces = new ArrayList<>();

    /**
     * @param before how many of the traces are of the first side
     */
    ChangeTable(int before) {
        this.before = before;
    }

    void add(Map<K, SpanFigures> figures) {
        traces.add(figures);
    }

    /** The rows, what changed most first. */
    List<Change> changes(Function<K, List<Step>> path) {
        Map<K, Boolean> keys = new LinkedHashMap<>();
        traces.forEach(figures -> figures.keySet().forEach(key -> keys.put(key, true)));
        List<Change> changes = new ArrayList<>(keys.size());
        for (K key : keys.keySet()) {
            List<@Nullable SpanFigures> figures = figures(key);
            changes.add(new Change(
                    path.apply(key),
                    PathTotals.of(figures.subList(0, before)),
                    PathTotals.of(figures.subList(before, figures.size()))));
        }
        changes.sort(Change.BY_SIZE);
        return Collections.unmodifiableList(changes);
    }

    private List<@Nullable SpanFigures> figures(K key) {
        List<@Nullable SpanFigures> figures = new ArrayList<>(traces.size());
        traces.forEach(trace -> figures.add(trace.get(key)));
        return figures;
    }
}
