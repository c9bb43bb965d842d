// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.MethodTime;
import io.profiler.report.internal.analysis.SampleWords;
import io.profiler.report.internal.analysis.SelfTimes;
import io.profiler.report.samples.LookKind;
import io.profiler.report.samples.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;

/** What looks found inside the spans that are shown, and inside none; times are microseconds. */
final class SampleData {

    private final Samples samples;
    private final List<MethodTime> methods;
    private final List<SampledSpan> sampled = new ArrayList<>();

    /**
     * @param methods what each method took in the whole trace, the longest first
     */
    SampleData(Samples samples, List<MethodTime> methods, List<PageSpan> spans, SelfTimes selfTimes) {
        this.methods = methods;
        this.samples = samples;
        SampledSpan last = SampledSpan.FIRST;
        for (int number = 0; number < spans.size(); number++) {
            ReportSpan span = spans.get(number).span();
            last = last.next(number, samples.in(span), selfTimes.micros(span));
            sampled.add(last);
        }
        sampled.add(last.next(PageSpan.TOP, samples.untold(), 0));
        sampled.removeIf(span -> span.forest().count() == 0);
    }

    void write(JsonGenerator json, StringTable strings) {
        json.writeStartObject();
        json.writeStringProperty("words", Objects.requireNonNullElse(SampleWords.of(samples, "µs"), ""));
        writeKinds(json);
        new CallColumns(sampled, strings).write(json);
        new HotspotColumns(methods, sampled, strings).write(json);
        json.writeEndObject();
    }

    /** By number: what it is called, in what words, and in a word that can stand in a style sheet. */
    private static void writeKinds(JsonGenerator json) {
        json.writeArrayPropertyStart("kinds");
        for (LookKind kind : LookKind.values()) {
            json.writeStartObject();
            json.writeStringProperty("kind", PageKind.of(kind.name()));
            json.writeStringProperty("label", kind.label());
            json.writeStringProperty("words", kind.words());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
