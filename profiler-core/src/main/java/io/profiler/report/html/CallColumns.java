// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.report.samples.Call;
import io.profiler.report.samples.CallForest;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/**
 * Calls, which refer to spans and to their callers; leaves, which refer to calls; and looks, which refer to leaves. Numbers go
 * on from one span to the next. A leaf has the part of its span's own time that its looks stand for.
 */
final class CallColumns {

    private final List<SampledSpan> sampled;
    private final StringTable strings;

    CallColumns(List<SampledSpan> sampled, StringTable strings) {
        this.sampled = sampled;
        this.strings = strings;
    }

    void write(JsonGenerator json) {
        json.writeObjectPropertyStart("calls");
        column(json, "span", CallForest::calls, (span, call) -> span.number());
        column(json, "caller", CallForest::calls, CallColumns::caller);
        column(json, "method", CallForest::calls, (span, call) -> strings.numberOf(call.method()));
        json.writeEndObject();
        json.writeObjectPropertyStart("leaves");
        column(json, "call", CallForest::leaves, (span, leaf) -> span.firstCall() + leaf.call());
        column(json, "kind", CallForest::leaves, (span, leaf) -> leaf.kind().ordinal());
        column(json, "looks", CallForest::leaves, (span, leaf) -> leaf.looks());
        writeMicros(json);
        json.writeEndObject();
        json.writeObjectPropertyStart("looks");
        column(json, "at", CallForest::looks, (span, look) -> look.atMicros());
        column(json, "leaf", CallForest::looks, (span, look) -> span.firstLeaf() + look.leaf());
        json.writeEndObject();
    }

    private static int caller(SampledSpan span, Call call) {
        return call.caller() == Call.NONE ? Call.NONE : span.firstCall() + call.caller();
    }

    private void writeMicros(JsonGenerator json) {
        json.writeArrayPropertyStart("micros");
        for (SampledSpan span : sampled) {
            for (long micros : span.forest().divide(span.micros())) {
                json.writeNumber(micros);
            }
        }
        json.writeEndArray();
    }

    private <T> void column(
            JsonGenerator json,
            String name,
            Function<CallForest, List<T>> rows,
            BiFunction<SampledSpan, T, ? extends Number> value) {
        json.writeArrayPropertyStart(name);
        for (SampledSpan span : sampled) {
            rows.apply(span.forest())
                    .forEach(row -> json.writeNumber(value.apply(span, row).longValue()));
        }
        json.writeEndArray();
    }
}
