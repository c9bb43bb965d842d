// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.report.Report;
import io.profiler.report.internal.analysis.Layer;
import io.profiler.report.internal.analysis.Layers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;

/** The layers of the spans that a page shows, by number: in the order in which they come, what is not told apart last. */
final class LayerColumn {

    private final Layers layers;
    private final Map<Layer, Integer> numbers = new LinkedHashMap<>();

    LayerColumn(List<PageSpan> spans, Report report) {
        this.layers = Layers.of(report);
        spans.stream()
                .map(placed -> layers.of(placed.span()))
                .filter(layer -> !layer.equals(Layers.REST))
                .forEach(this::add);
        if (spans.stream().anyMatch(placed -> layers.of(placed.span()).equals(Layers.REST))) {
            add(Layers.REST);
        }
    }

    private void add(Layer layer) {
        numbers.putIfAbsent(layer, numbers.size());
    }

    int numberOf(PageSpan placed) {
        return Objects.requireNonNull(numbers.get(layers.of(placed.span())));
    }

    void write(JsonGenerator json) {
        json.writeArrayPropertyStart("layers");
        for (Layer layer : numbers.keySet()) {
            json.writeStartObject();
            json.writeStringProperty("kind", layer.kind());
            json.writeStringProperty("label", layer.label());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
