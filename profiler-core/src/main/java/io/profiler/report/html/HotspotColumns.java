// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.report.internal.analysis.MethodTime;
import io.profiler.report.samples.CallForest;
import io.profiler.report.samples.Hotspot;
import io.profiler.report.samples.LookKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import tools.jackson.core.JsonGenerator;

/** Where looks found threads most often: in the whole trace, which has {@link PageSpan#TOP} for a span, then in each span. */
final class HotspotColumns {

    private static final int MOST_OF_ALL = 100;
    private static final int MOST_OF_A_SPAN = 10;

    private record Row(int span, String method, LookKind kind, long looks, long micros) {}

    private final List<Row> rows = new ArrayList<>();
    private final StringTable strings;

    /**
     * @param all what each method took in the whole trace, the longest first
     */
    HotspotColumns(List<MethodTime> all, List<SampledSpan> sampled, StringTable strings) {
        this.strings = strings;
        all.stream()
                .limit(MOST_OF_ALL)
                .forEach(time ->
                        rows.add(new Row(PageSpan.TOP, time.method(), time.kind(), time.looks(), time.micros())));
        sampled.stream().filter(span -> span.number() != PageSpan.TOP).forEach(this::add);
    }

    private void add(SampledSpan span) {
        CallForest forest = span.forest();
        if (forest.count() >= Hotspot.FEWEST_LOOKS) {
            forest.hotspots().stream().limit(MOST_OF_A_SPAN).forEach(hotspot -> rows.add(row(span, hotspot)));
        }
    }

    private static Row row(SampledSpan span, Hotspot hotspot) {
        long micros = span.forest().part(span.forest().told(span.micros()), hotspot.looks());
        return new Row(span.number(), hotspot.method(), hotspot.kind(), hotspot.looks(), micros);
    }

    void write(JsonGenerator json) {
        json.writeObjectPropertyStart("hotspots");
        column(json, "span", Row::span);
        column(json, "method", row -> strings.numberOf(row.method()));
        column(json, "kind", row -> row.kind().ordinal());
        column(json, "looks", Row::looks);
        column(json, "micros", Row::micros);
        json.writeEndObject();
    }

    private void column(JsonGenerator json, String name, ToLongFunction<Row> value) {
        json.writeArrayPropertyStart(name);
        rows.forEach(row -> json.writeNumber(value.applyAsLong(row)));
        json.writeEndArray();
    }
}
