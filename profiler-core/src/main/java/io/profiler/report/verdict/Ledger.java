// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.internal.BoundedTime;
import io.profiler.report.internal.analysis.Layers;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the time of a critical path went, put together by what was done. The rows add up to the path, and so do the layers.
 *
 * @param totalMicros how long the path is: the time of the request, or of several without the pauses between
 * @param rows the longest first
 * @since 0.1
 */
public record Ledger(long totalMicros, List<LedgerRow> rows) {

    /** A copy of the rows is kept. */
    public Ledger {
        rows = List.copyOf(rows);
    }

    static Ledger of(Evidence evidence) {
        LedgerEntries entries = new LedgerEntries(evidence.kinds(), Layers.of(evidence.report()));
        evidence.parts().forEach(entries::add);
        return new Ledger(evidence.times().totalMicros(), entries.rows());
    }

    /** {@return what is known of where the time went, in microseconds} */
    public long explainedMicros() {
        return totalMicros - unexplainedMicros();
    }

    /** {@return what is not, in microseconds} */
    public long unexplainedMicros() {
        return rows.stream()
                .filter(row -> !row.explained())
                .mapToLong(LedgerRow::micros)
                .sum();
    }

    /** {@return the same by layer, the longest first; of a trace with very many names those that took least are one layer} */
    public List<LayerTime> layers() {
        Map<String, Long> layers = new LinkedHashMap<>();
        rows.forEach(row -> layers.merge(row.layer(), row.micros(), BoundedTime::plus));
        return layers.entrySet().stream()
                .map(layer -> new LayerTime(layer.getKey(), layer.getValue()))
                .sorted(Comparator.comparingLong(LayerTime::micros).reversed())
                .toList();
    }

    /**
     * {@return a part of the path in whole percents, as {@code 76 %}}
     *
     * @param micros how long the part is
     */
    public String share(long micros) {
        return Amount.share(micros, totalMicros);
    }
}
