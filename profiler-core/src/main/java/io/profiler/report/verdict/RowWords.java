// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import java.util.List;

/** Says where time is that one span has taken, or several that do the same. */
final class RowWords {

    private RowWords() {}

    static Words of(List<ReportSpan> alike, Evidence evidence) {
        Words what = alike.size() == 1 ? one(alike.get(0), evidence) : several(alike, evidence.kinds());
        return isItself(alike, evidence)
                ? what
                : what.and(SpanWords.below(alike, evidence.times())).and(end(alike));
    }

    private static String end(List<ReportSpan> alike) {
        return alike.size() == 1 && !alike.get(0).hasStop() ? ", whose end is missing" : "";
    }

    private static boolean isItself(List<ReportSpan> alike, Evidence evidence) {
        return alike.size() == 1
                && evidence.kinds().isCode(alike.get(0))
                && !evidence.report().childrenOf(alike.get(0)).isEmpty();
    }

    private static Words one(ReportSpan span, Evidence evidence) {
        String subject = SpanWords.of(span);
        return isItself(List.of(span), evidence)
                ? Words.of(" in ").data(subject).and(" itself, outside of the spans below it")
                : Words.of(" in one " + kind(span, evidence.kinds()) + " ").data(subject);
    }

    private static Words several(List<ReportSpan> alike, SpanKinds kinds) {
        ReportSpan first = alike.get(0);
        return Words.of(" in ")
                .and(SpanWords.equal(alike.size(), kinds.operation(first), kinds.isRemote(first) ? "calls " : ""));
    }

    private static String kind(ReportSpan span, SpanKinds kinds) {
        if (kinds.isCode(span)) {
            return "span";
        }
        return kinds.isRemote(span) ? "call" : "statement";
    }
}
