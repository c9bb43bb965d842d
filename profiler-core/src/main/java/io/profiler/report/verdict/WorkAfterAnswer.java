// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.internal.BoundedTime;
import io.profiler.report.PlacedSpan;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.LateSpans;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Spans that go on when the request that they are part of has been answered. What a message has set off is meant to. */
final class WorkAfterAnswer implements Detector {

    private static final long LEAST_MICROS = 10_000;

    @Override
    public List<Finding> find(Evidence evidence) {
        LateSpans late = LateSpans.of(evidence.report());
        List<ReportSpan> longestFirst = ofNoListener(evidence).stream()
                .filter(span -> late.contain(span) && isOutermost(span, late, evidence))
                .filter(span -> lateMicros(span, evidence) >= LEAST_MICROS)
                .sorted(Comparator.comparingLong((ReportSpan span) -> lateMicros(span, evidence))
                        .reversed())
                .toList();
        return longestFirst.isEmpty()
                ? List.of()
                : List.of(evidence.finding(Rule.AFTER_ANSWER, words(longestFirst, evidence), longestFirst, 0));
    }

    private static List<ReportSpan> ofNoListener(Evidence evidence) {
        List<ReportSpan> spans = new ArrayList<>();
        int end = 0;
        for (PlacedSpan placed : evidence.report().depthFirst()) {
            int number = evidence.times().number(placed.span());
            if (number >= end && evidence.kinds().isListener(placed.span())) {
                end = evidence.times().end(placed.span());
            } else if (number >= end) {
                spans.add(placed.span());
            }
        }
        return spans;
    }

    private static boolean isOutermost(ReportSpan span, LateSpans late, Evidence evidence) {
        ReportSpan parent = evidence.times().parent(span);
        return parent == null || !late.contain(parent);
    }

    private static long lateMicros(ReportSpan span, Evidence evidence) {
        ReportSpan request = evidence.kinds().requestAbove(span);
        return request == null ? 0 : BoundedTime.minus(span.finishedMicros(), request.finishedMicros());
    }

    private static Words words(List<ReportSpan> longestFirst, Evidence evidence) {
        ReportSpan longest = longestFirst.get(0);
        int others = longestFirst.size() - 1;
        Words words = Words.of("").data(SpanWords.of(longest));
        return (others == 0 ? words : words.and(" and " + others + (others == 1 ? " other span" : " other spans")))
                .and(" went on for " + Amount.of(lateMicros(longest, evidence)) + " after the answer");
    }
}
