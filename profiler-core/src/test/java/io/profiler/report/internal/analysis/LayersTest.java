// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import static io.profiler.report.TracePoints.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.report.Rendering;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.verdict.LayerTime;
import io.profiler.report.verdict.Ledger;
import io.profiler.report.verdict.LedgerRow;
import io.profiler.report.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The layers of traces in which names hold ids. */
class LayersTest {

    private static final int FIRST_MICROS = 100;

    /** One request, with spans below it one after another; each takes a microsecond longer than the one before. */
    private static Report orders(int orders) {
        List<TracePoint> points = new ArrayList<>();
        int at = 0;
        for (int order = 0; order < orders; order++) {
            int end = at + FIRST_MICROS + order;
            span("order " + order, "o" + order, "r", at, end).forEach(points::add);
            at = end;
        }
        return Report.of(
                Stream.concat(span("wsgi", "r", "base", 0, at), points.stream()).toList());
    }

    private static Set<Layer> layers(Report report) {
        Layers layers = Layers.of(report);
        return report.spans().stream().map(layers::of).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({"23, 24, false", "24, 24, true", "20000, 24, true"})
    void areNoMoreThanCanBeToldApart(int names, int expected, boolean isRest) {
        Set<Layer> layers = layers(orders(names));

        assertThat(layers).hasSize(expected);
        assertThat(layers.contains(Layers.REST)).isEqualTo(isRest);
    }

    @Test
    void areThoseThatTookMostAndAllThatAreKnown() {
        Report report = orders(100);
        Layers layers = Layers.of(report);

        assertThat(layer(report, layers, "wsgi").isTransport()).isTrue();
        assertThat(layer(report, layers, "order 99").label()).isEqualTo("order 99");
        assertThat(layer(report, layers, "order 78").label()).isEqualTo("order 78");
        assertThat(layer(report, layers, "order 77")).isEqualTo(Layers.REST);
    }

    private static Layer layer(Report report, Layers layers, String name) {
        ReportSpan named = report.spans().stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElseThrow();
        return layers.of(named);
    }

    @Test
    void addUpToThePathAndHaveANameForTheRest() {
        Report report = orders(100);
        Ledger ledger = Verdict.of(report).ledger();

        assertThat(ledger.layers())
                .hasSize(23)
                .first()
                .extracting(LayerTime::label)
                .isEqualTo("Other names");
        assertThat(ledger.layers().stream().mapToLong(LayerTime::micros).sum()).isEqualTo(ledger.totalMicros());
        assertThat(ledger.rows()).extracting(LedgerRow::layer).contains("order 99", "Other names");
        assertThat(Rendering.tree(report)).contains("Other names 7");
    }
}
