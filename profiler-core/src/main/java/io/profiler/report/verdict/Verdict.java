// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.Report;
import io.profiler.report.internal.analysis.Completeness;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a trace comes to: what the time went to, and what stands out.
 *
 * <pre>{@code
 * Verdict verdict = Verdict.of(report);
 * verdict.sentence(); // 182 of 240 ms (76 %) in 101 equal SELECTs below `CustomerRepository.findAll`: N+1
 * verdict.findings().get(0).spans(); // the 101
 * }</pre>
 *
 * <p>All figures are of the critical path, what the end of the trace waited for: work that runs beside it is not told of.
 * Where clocks of hosts differ so much that a call would have run outside of its caller, it is taken to have run within.
 *
 * @param ledger where the time went
 * @param causes what threads did or waited for in that time, as far as somebody looked or the JVM was asked
 * @param findings what stands out: first that which explains most of the time, then errors that were swallowed and work after
 *     the answer, or these first where that is short; none if nothing does
 * @param remark the same query many times for one request, where that took little time; null if there is none
 * @param reservation how much of the trace is missing, so that all this is of what is there; null if nothing is known to be
 * @since 0.1
 */
public record Verdict(
        Ledger ledger,
        Causes causes,
        List<Finding> findings,
        @Nullable Finding remark,
        @Nullable Words reservation) {

    static final int MOST_FINDINGS = 10;

    private static final Words NOTHING = Words.of("Nothing stands out in where the time went");
    private static final String NOTHING_ELSE = "; nothing else stands out in where the time went";
    private static final Words NO_TIME = Words.of("No time was measured");

    /** What is sure before what is general: the later ones look at what the earlier ones have not explained. */
    private static final List<Detector> DETECTORS = List.of(
            new ConnectionWait(),
            new FailedTries(),
            new ColdStart(),
            new RepeatedCalls(),
            new SequentialCalls(),
            new HotMethod(),
            new TimeBeforeController(),
            new TimeInNoSpan(),
            new LongPhase(),
            new DominatingSpan(),
            new SwallowedErrors(),
            new WorkAfterAnswer(),
            new KeptUnasked());

    /** A copy of the findings is kept. */
    public Verdict {
        findings = List.copyOf(findings);
    }

    /**
     * {@return what a trace comes to} Takes n log n steps for n spans, and never fails.
     *
     * @param report the trace
     */
    public static Verdict of(Report report) {
        Evidence evidence = Evidence.of(report);
        List<Finding> findings = new ArrayList<>();
        DETECTORS.forEach(detector -> findings.addAll(detector.find(evidence)));
        Finding fresh = FreshProcess.find(evidence, findings);
        if (fresh != null) {
            findings.add(fresh);
        }
        return new Verdict(
                Ledger.of(evidence),
                CauseTimes.of(evidence),
                Ranking.of(findings, MOST_FINDINGS),
                QuickReads.find(evidence),
                reservation(Completeness.of(report)));
    }

    private static @Nullable Words reservation(Completeness completeness) {
        return completeness.isLossy() ? Words.of(completeness.lossInWords() + ": this is of what is there") : null;
    }

    /** {@return whether nothing stands out} */
    public boolean isCalm() {
        return findings.isEmpty();
    }

    /**
     * {@return what comes first, and with it an error that was swallowed and work after the answer, or that nothing stands out,
     * after what is to be remarked all the same; one sentence without a full stop}
     */
    public Words sentence() {
        if (!isCalm()) {
            return Ranking.sentence(findings);
        }
        if (ledger.totalMicros() == 0) {
            return NO_TIME;
        }
        return remark == null ? NOTHING : remark.words().and(NOTHING_ELSE);
    }

    /** {@return the findings, and after them what is to be remarked: a line for each} */
    public List<Finding> lines() {
        return remark == null
                ? findings
                : Stream.concat(findings.stream(), Stream.of(remark)).toList();
    }

    /** {@return how many of the lines the sentence tells, from the first one on} */
    public int told() {
        return isCalm() ? lines().size() : Ranking.told(findings);
    }
}
