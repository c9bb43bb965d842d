// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.json;

import io.profiler.report.ReportSpan;
import io.profiler.report.verdict.CauseTime;
import io.profiler.report.verdict.Finding;
import io.profiler.report.verdict.LayerTime;
import io.profiler.report.verdict.LedgerRow;
import io.profiler.report.verdict.Rule;
import io.profiler.report.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a trace comes to, as maps, lists and scalars. Sentences have what comes out of the trace between backticks. */
final class VerdictDocument {

    private VerdictDocument() {}

    static Map<String, @Nullable Object> of(Verdict verdict) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("sentence", verdict.sentence().toString());
        document.put(
                "reservation",
                verdict.reservation() == null ? null : verdict.reservation().toString());
        document.put("micros", verdict.ledger().totalMicros());
        document.put("explained_micros", verdict.ledger().explainedMicros());
        document.put(
                "findings",
                verdict.findings().stream().map(VerdictDocument::finding).toList());
        document.put("remark", verdict.remark() == null ? null : finding(verdict.remark()));
        document.put(
                "layers",
                verdict.ledger().layers().stream().map(VerdictDocument::layer).toList());
        document.put(
                "causes",
                verdict.causes().times().stream().map(VerdictDocument::cause).toList());
        document.put(
                "rows",
                verdict.ledger().rows().stream().map(VerdictDocument::row).toList());
        return document;
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("rule", name(finding.rule()));
        members.put("sentence", finding.words().toString());
        members.put("advice", finding.rule().advice());
        members.put("micros", finding.micros());
        members.put("spans", ids(finding.spans()));
        return members;
    }

    /** As in {@code before-controller}. */
    private static String name(Rule rule) {
        return rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, Object> layer(LayerTime layer) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("layer", layer.label());
        members.put("micros", layer.micros());
        return members;
    }

    private static Map<String, Object> cause(CauseTime time) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("cause", time.cause().label());
        members.put("micros", time.micros());
        members.put("measured_micros", time.measuredMicros());
        return members;
    }

    private static Map<String, Object> row(LedgerRow row) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("what", row.what().toString());
        members.put("layer", row.layer());
        members.put("micros", row.micros());
        members.put("spans", ids(row.spans()));
        return members;
    }

    private static List<String> ids(List<ReportSpan> spans) {
        return spans.stream().map(ReportSpan::traceId).toList();
    }
}
