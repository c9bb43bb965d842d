// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.CriticalPath;
import io.profiler.report.internal.analysis.Findings;
import io.profiler.report.internal.analysis.MethodTime;
import io.profiler.report.internal.analysis.MethodTimes;
import io.profiler.report.internal.analysis.Requests;
import io.profiler.report.internal.analysis.SelfTimes;
import io.profiler.report.internal.analysis.SpanGroups;
import io.profiler.report.internal.analysis.StatementGroups;
import io.profiler.report.samples.Samples;
import io.profiler.report.verdict.Verdict;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Everything that the page of a trace shows, as its script reads it: see {@code trace.js}. */
final class TraceData implements PageData {

    private final Report report;
    private final Requests requests;
    private final SelfTimes selfTimes;
    private final Verdict verdict;
    private final Samples samples;
    private final List<PageSpan> spans;
    private final Map<ReportSpan, Integer> numbers = new IdentityHashMap<>();
    private final StringTable strings = new StringTable();
    private final Instant now;

    /**
     * @param verdict what the trace comes to
     * @param mostSpans how many spans are shown at most
     * @param now the moment at which the trace is looked at
     */
    TraceData(Report report, Verdict verdict, int mostSpans, Instant now) {
        this.report = report;
        this.requests = Requests.of(report);
        this.verdict = verdict;
        this.selfTimes = SelfTimes.of(report);
        this.samples = Samples.of(report);
        this.spans = PageTree.of(report, SpanSelection.of(report, mostSpans));
        this.now = now;
        for (int number = 0; number < spans.size(); number++) {
            numbers.put(spans.get(number).span(), number);
        }
    }

    /** Whether there is something to be said of looks at the trace, or its JVM told what it saw. */
    boolean hasLooks() {
        return !samples.samplings().isEmpty() || verdict.causes().isTold();
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeName("head");
        new TraceHead(report, requests, spans.size()).write(json);
        json.writeName("requests");
        new RequestData(requests, numbers).write(json);
        json.writeName("verdict");
        new VerdictData(numbers, json).write(verdict);
        json.writeName("findings");
        FindingData.write(Findings.in(report, now), numbers, json);
        json.writeName("spans");
        new SpanColumns(spans, report, strings).write(json, selfTimes);
        json.writeName("events");
        new EventColumns(spans, report, strings).write(json);
        writeSamples(json);
        json.writeName("criticalPath");
        CriticalPathData.write(CriticalPath.of(report), numbers, json);
        json.writeName("statistics");
        writeStatistics(json);
        writeStrings(json);
        json.writeEndObject();
    }

    private void writeSamples(JsonGenerator json) {
        if (hasLooks()) {
            json.writeName("samples");
            List<MethodTime> methods = MethodTimes.of(report, samples, selfTimes);
            new SampleData(samples, methods, spans, selfTimes).write(json, strings);
        }
    }

    private void writeStatistics(JsonGenerator json) {
        StatisticsData tables = new StatisticsData(report, selfTimes, numbers, json);
        json.writeStartObject();
        tables.write("names", ReportSpan::name);
        tables.write("functions", ReportSpan::function);
        tables.write("repositories", SpanGroups::repositoryMethod);
        tables.write("calls", SpanGroups::remoteCall);
        json.writeName("statements");
        new StatementData(numbers).write(StatementGroups.of(report, selfTimes), json);
        json.writeEndObject();
    }

    private void writeStrings(JsonGenerator json) {
        json.writeArrayPropertyStart("strings");
        strings.texts().forEach(json::writeString);
        json.writeEndArray();
    }
}
