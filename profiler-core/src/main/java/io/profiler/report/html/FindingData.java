// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Finding;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;

/** What is wrong with the data, and the numbers of the first few spans it was found at. */
final class FindingData {

    private static final int SPANS = 3;

    private FindingData() {}

    static void write(List<Finding> findings, Map<ReportSpan, Integer> numbers, JsonGenerator json) {
        json.writeStartArray();
        findings.forEach(finding -> write(finding, numbers, json));
        json.writeEndArray();
    }

    private static void write(Finding finding, Map<ReportSpan, Integer> numbers, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("text", finding.spans().isEmpty() ? finding.message() : finding.summary());
        json.writeArrayPropertyStart("spans");
        finding.spans().stream()
                .map(numbers::get)
                .filter(Objects::nonNull)
                .limit(SPANS)
                .forEach(json::writeNumber);
        json.writeEndArray();
        json.writeEndObject();
    }
}
