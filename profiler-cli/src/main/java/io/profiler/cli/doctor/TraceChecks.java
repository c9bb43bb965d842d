// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.doctor;

import io.profiler.cli.request.ArrivingTrace;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Completeness;
import io.profiler.report.verdict.Ledger;
import io.profiler.report.verdict.Verdict;
import io.profiler.store.TraceReader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What became of a request's trace. */
final class TraceChecks {

    private static final String STORED = "stored";
    private static final String WHOLE = "whole";
    private static final String BELOW = "below";
    private static final String EXPLAINED = "explained";
    private static final Set<String> TOP = Set.of("wsgi", "controller");
    private static final int ENOUGH_PERCENT = 90;

    private final String id;
    private final String coverage;
    private final CheckLines lines;
    private Report report = Report.of(List.of());

    /**
     * @param coverage where the application lists what it traces
     */
    TraceChecks(String id, String coverage, CheckLines lines) {
        this.id = id;
        this.coverage = coverage;
        this.lines = lines;
    }

    static void skip(String reason, CheckLines lines) {
        lines.skip(reason, STORED, WHOLE, BELOW, EXPLAINED);
    }

    /** Whether the trace is where it was looked for. */
    boolean run(TraceReader store) {
        if (!lines.check(STORED, () -> stored(store))) {
            lines.skip("no trace", WHOLE, BELOW, EXPLAINED);
            return false;
        }
        lines.check(WHOLE, this::whole);
        lines.check(BELOW, this::below);
        lines.check(EXPLAINED, this::explained);
        return true;
    }

    private String stored(TraceReader store) {
        report = new ArrivingTrace(store, id).await();
        int spans = report.spans().size();
        return "trace " + id + ", " + spans + (spans == 1 ? " span" : " spans");
    }

    private String whole() {
        Completeness completeness = Completeness.of(report);
        if (completeness.isLossy()) {
            throw new CheckWarning(
                    completeness.words(host -> host) + "; docs/reports.md, \"What is missing\", says why");
        }
        return completeness.isTold() ? completeness.words(host -> host) : "not told by this service";
    }

    private String below() {
        Set<String> names =
                report.spans().stream().map(ReportSpan::name).collect(Collectors.toCollection(TreeSet::new));
        if (TOP.containsAll(names)) {
            throw new CheckWarning("nothing below the controller; " + coverage
                    + " lists what each layer traces, what it cannot, and why");
        }
        return String.join(", ", names);
    }

    private String explained() {
        Ledger ledger = Verdict.of(report).ledger();
        String share = ledger.share(ledger.explainedMicros()) + " of the time is in named spans and phases";
        if (ledger.explainedMicros() * 100 < ledger.totalMicros() * ENOUGH_PERCENT) {
            throw new CheckWarning(share + "; profiler trace show " + id + " --markdown lists where the rest is");
        }
        return share;
    }
}
