// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import java.util.ArrayList;
import java.util.List;

/** Time that went to what failed, and was done again. */
final class FailedTries implements Detector {

    private static final double LEAST_SHARE = 0.1;
    private static final long LEAST_MICROS = 10_000;

    @Override
    public List<Finding> find(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        for (List<ReportSpan> failed : evidence.tries().failed()) {
            long micros = failed.stream()
                    .mapToLong(evidence.explained()::leftWithinMicros)
                    .sum();
            if (evidence.isMuch(micros, failed.get(0), LEAST_SHARE, LEAST_MICROS)) {
                evidence.explained().addAll(failed);
                findings.add(finding(failed, micros, evidence));
            }
        }
        return findings;
    }

    /** What came of it if all failed. */
    private static Words swallowed(List<ReportSpan> failed, Evidence evidence) {
        boolean told = false;
        for (ReportSpan span : failed) {
            told |= evidence.swallowed().claim(span);
        }
        return told ? FailureWords.outcome(failed.get(0), evidence) : Words.NONE;
    }

    private static Finding finding(List<ReportSpan> failed, long micros, Evidence evidence) {
        Words words = evidence.amount(micros)
                .and(" in " + failed.size() + (failed.size() == 1 ? " failed try of " : " failed tries of "))
                .data(SpanWords.of(failed.get(0)))
                .and(SpanWords.below(failed, evidence.times()))
                .and(swallowed(failed, evidence));
        return evidence.finding(Rule.FAILED_TRIES, words, failed, micros);
    }
}
