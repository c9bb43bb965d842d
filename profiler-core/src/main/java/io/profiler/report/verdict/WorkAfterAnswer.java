// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.PlacedSpan;
import io.profiler.report.ReportSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Spans that go on when the request that they are part of has been answered. What a message has set off is meant to. */
final class WorkAfterAnswer implements Detector {

    @Override
    public List<Finding> find(Evidence evidence) {
        LateWork late = new LateWork(evidence);
        List<ReportSpan> longestFirst = outermost(late, evidence);
        longestFirst.sort(Comparator.comparingLong(late::micros).reversed());
        return longestFirst.isEmpty()
                ? List.of()
                : List.of(evidence.finding(Rule.AFTER_ANSWER, words(longestFirst, late), longestFirst, 0));
    }

    private static List<ReportSpan> outermost(LateWork late, Evidence evidence) {
        List<ReportSpan> spans = new ArrayList<>();
        int end = 0;
        for (PlacedSpan placed : evidence.report().depthFirst()) {
            ReportSpan span = placed.span();
            if (evidence.times().number(span) < end) {
                continue;
            }
            if (evidence.kinds().isListener(span)) {
                end = evidence.times().end(span);
            } else if (late.isMuch(span)) {
                end = evidence.times().end(span);
                spans.add(span);
            }
        }
        return spans;
    }

    private static Words words(List<ReportSpan> longestFirst, LateWork late) {
        ReportSpan longest = longestFirst.get(0);
        int others = longestFirst.size() - 1;
        Words words = Words.ofData(SpanWords.of(longest));
        return (others == 0 ? words : words.and(" and " + others + (others == 1 ? " other span" : " other spans")))
                .and(" went on for " + (late.isElsewhere(longest) ? "at least " : ""))
                .and(Amount.of(late.micros(longest)) + " after the answer");
    }
}
