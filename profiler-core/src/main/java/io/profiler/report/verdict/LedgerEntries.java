// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.internal.BoundedTime;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Layers;
import io.profiler.report.internal.analysis.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the parts of a critical path together. Not thread-safe. */
final class LedgerEntries {

    private record Key(
            @Nullable Operation operation, @Nullable String phase) {}

    private final class Entry {
        private final PathPart first;
        private final Set<ReportSpan> known = Collections.newSetFromMap(new IdentityHashMap<>());
        private final List<ReportSpan> spans = new ArrayList<>();
        private long micros;

        private Entry(PathPart first) {
            this.first = first;
        }

        private void add(PathPart part) {
            micros = BoundedTime.plus(micros, part.durationMicros());
            if (known.add(part.span())) {
                spans.add(part.span());
            }
        }

        private LedgerRow row() {
            return new LedgerRow(what(), first.explained(), layer(), micros, spans);
        }

        private Words what() {
            if (!first.explained()) {
                return Words.of(LayerTime.NO_SPAN);
            }
            if (first.phase() != null) {
                return Words.ofData(first.phase()).and(" of a request");
            }
            return Words.ofData(kinds.operation(first.span()).words());
        }

        private String layer() {
            return first.explained() ? layers.of(first.span()).label() : LayerTime.NO_SPAN;
        }
    }

    private final SpanKinds kinds;
    private final Layers layers;
    private final Map<Key, Entry> entries = new LinkedHashMap<>();

    LedgerEntries(SpanKinds kinds, Layers layers) {
        this.kinds = kinds;
        this.layers = layers;
    }

    void add(PathPart part) {
        entries.computeIfAbsent(key(part), key -> new Entry(part)).add(part);
    }

    private Key key(PathPart part) {
        boolean operation = part.explained() && part.phase() == null;
        return new Key(operation ? kinds.operation(part.span()) : null, part.phase());
    }

    List<LedgerRow> rows() {
        return entries.values().stream()
                .map(Entry::row)
                .sorted(Comparator.comparingLong(LedgerRow::micros).reversed())
                .toList();
    }
}
