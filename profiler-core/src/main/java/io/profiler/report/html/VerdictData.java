// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.report.ReportSpan;
import io.profiler.report.verdict.CauseTime;
import io.profiler.report.verdict.Finding;
import io.profiler.report.verdict.LayerTime;
import io.profiler.report.verdict.LedgerRow;
import io.profiler.report.verdict.Verdict;
import io.profiler.report.verdict.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;

/** What a trace comes to, with the numbers of the spans that prove it, as far as they are shown. */
final class VerdictData {

    private static final int MOST_ROWS = 50;

    private final Map<ReportSpan, Integer> numbers;
    private final JsonGenerator json;

    VerdictData(Map<ReportSpan, Integer> numbers, JsonGenerator json) {
        this.numbers = numbers;
        this.json = json;
    }

    void write(Verdict verdict) {
        json.writeStartObject();
        json.writeNumberProperty("total", verdict.ledger().totalMicros());
        writeWords("sentence", verdict.sentence());
        if (verdict.reservation() != null) {
            writeWords("reservation", verdict.reservation());
        }
        json.writeNumberProperty("told", verdict.told());
        json.writeArrayPropertyStart("findings");
        verdict.lines().forEach(this::write);
        json.writeEndArray();
        json.writeArrayPropertyStart("layers");
        verdict.ledger().layers().forEach(this::write);
        json.writeEndArray();
        json.writeArrayPropertyStart("causes");
        verdict.causes().times().forEach(this::write);
        json.writeEndArray();
        json.writeArrayPropertyStart("rows");
        verdict.ledger().rows().stream().limit(MOST_ROWS).forEach(this::write);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Finding finding) {
        json.writeStartObject();
        json.writeStringProperty("rule", finding.rule().title());
        json.writeStringProperty("advice", finding.rule().advice());
        writeWords("words", finding.words());
        json.writeNumberProperty("micros", finding.micros());
        writeSpans(finding.spans());
        json.writeEndObject();
    }

    private void write(LayerTime layer) {
        json.writeStartObject();
        json.writeStringProperty("label", layer.label());
        json.writeNumberProperty("micros", layer.micros());
        json.writeEndObject();
    }

    private void write(CauseTime time) {
        json.writeStartObject();
        json.writeStringProperty("kind", PageKind.of(time.cause().name()));
        json.writeStringProperty("label", time.cause().label());
        json.writeStringProperty("words", time.cause().words());
        json.writeNumberProperty("micros", time.micros());
        json.writeNumberProperty("measured", time.measuredMicros());
        json.writeEndObject();
    }

    private void write(LedgerRow row) {
        json.writeStartObject();
        writeWords("what", row.what());
        json.writeNumberProperty("micros", row.micros());
        writeSpans(row.spans());
        json.writeEndObject();
    }

    private void writeSpans(List<ReportSpan> spans) {
        json.writeNumberProperty("count", spans.size());
        json.writeArrayPropertyStart("spans");
        spans.stream().map(numbers::get).filter(Objects::nonNull).forEach(json::writeNumber);
        json.writeEndArray();
    }

    /** Words and data by turns, words first. */
    private void writeWords(String name, Words words) {
        json.writeArrayPropertyStart(name);
        boolean data = false;
        for (Words.Part part : words.parts()) {
            if (part.data() != data) {
                json.writeString("");
                data = !data;
            }
            json.writeString(part.text());
            data = !data;
        }
        json.writeEndArray();
    }
}
