// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Operation;
import io.profiler.report.internal.analysis.Preparation;
import java.util.Arrays;
import java.util.List;

/**
 * Spans that do the same for one request or message.
 *
 * @param spans in reading order
 * @param micros what of them is not explained
 */
record RepeatGroup(Kind kind, List<ReportSpan> spans, long micros) {

    record Kind(Operation operation, int occasion, boolean remote, boolean message) {

        static Kind of(ReportSpan span, Evidence evidence) {
            SpanKinds kinds = evidence.kinds();
            return new Kind(
                    Preparation.withExecution(kinds.operation(span)),
                    evidence.occasionNumber(span),
                    kinds.isRemote(span),
                    kinds.isMessaging(span));
        }
    }

    /** Of a call to another service all that came of it; in a store there may be other stores, which are told of by themselves. */
    static RepeatGroup of(Kind kind, List<ReportSpan> inReadingOrder, Evidence evidence) {
        long micros = 0;
        for (ReportSpan span : kind.remote() ? evidence.times().outermost(inReadingOrder) : inReadingOrder) {
            micros += micros(kind, span, evidence.explained());
        }
        return new RepeatGroup(kind, inReadingOrder, micros);
    }

    private static long micros(Kind kind, ReportSpan span, Explained explained) {
        return kind.remote() ? explained.leftWithinMicros(span) : explained.leftMicros(span);
    }

    /** Those of which nothing is explained. */
    RepeatGroup left(Evidence evidence) {
        return of(
                kind,
                spans.stream()
                        .filter(span -> !evidence.explained().contains(span))
                        .toList(),
                evidence);
    }

    ReportSpan first() {
        return spans.get(0);
    }

    /** Without the preparations of statements, unless there is nothing else. */
    List<ReportSpan> calls() {
        List<ReportSpan> calls =
                spans.stream().filter(span -> !Preparation.is(span)).toList();
        return calls.isEmpty() ? spans : calls;
    }

    long longestMicros(Explained explained) {
        return spans.stream()
                .mapToLong(span -> micros(kind, span, explained))
                .max()
                .orElse(0);
    }

    void explain(Explained explained) {
        if (kind.remote()) {
            explained.addAll(spans);
        } else {
            explained.addOwn(spans);
        }
    }

    /** The same in whatever request of its kind. */
    Object inAnyRequest(SpanKinds kinds) {
        ReportSpan occasion = kinds.occasionAbove(first());
        return Arrays.asList(kind.operation(), occasion == null ? null : kinds.operation(occasion), kind.remote());
    }
}
