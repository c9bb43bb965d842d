// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import java.util.List;

/** Errors that were swallowed, and that no sentence about time has told. */
final class SwallowedErrors implements Detector {

    @Override
    public List<Finding> find(Evidence evidence) {
        List<ReportSpan> swallowed = evidence.swallowed().untold();
        if (swallowed.isEmpty()) {
            return List.of();
        }
        long micros = swallowed.stream()
                .mapToLong(evidence.explained()::leftWithinMicros)
                .sum();
        return List.of(evidence.finding(Rule.SWALLOWED_ERROR, words(swallowed, evidence), swallowed, micros));
    }

    private static Words words(List<ReportSpan> swallowed, Evidence evidence) {
        ReportSpan first = swallowed.get(0);
        Words words = Words.ofData(SpanWords.of(first)).and(FailureWords.of(first, evidence.failures()));
        int others = swallowed.size() - 1;
        return (others == 0
                        ? words
                        : words.and(" and " + others + (others == 1 ? " other span" : " other spans") + " failed"))
                .and(FailureWords.outcome(first, evidence));
    }
}
