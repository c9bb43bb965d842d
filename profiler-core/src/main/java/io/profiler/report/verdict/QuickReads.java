// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Operation;
import io.profiler.report.internal.analysis.Preparation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The same query so often for one request that it will be told of by its time, as soon as the database is farther away than
 * it was here. Of what other rules have told it says nothing.
 */
final class QuickReads {

    private static final int FEWEST = 20;

    private record Kind(Operation operation, int occasion) {}

    private QuickReads() {}

    /** Null if there are none. */
    static @Nullable Finding find(Evidence evidence) {
        Map<Kind, List<ReportSpan>> groups = new LinkedHashMap<>();
        for (ReportSpan span : evidence.times().onPath(span -> isQuery(span, evidence))) {
            Kind kind = new Kind(evidence.kinds().operation(span), evidence.occasionNumber(span));
            groups.computeIfAbsent(kind, key -> new ArrayList<>()).add(span);
        }
        return groups.entrySet().stream()
                .filter(group -> isRead(group.getKey().operation(), group.getValue()))
                .max(Comparator.comparingInt(group -> group.getValue().size()))
                .filter(group -> group.getValue().size() >= FEWEST)
                .map(group -> finding(group.getKey().operation(), group.getValue(), evidence))
                .orElse(null);
    }

    private static boolean isQuery(ReportSpan span, Evidence evidence) {
        return span.statement() != null
                && !Preparation.is(span)
                && !Portions.isBatch(span)
                && !evidence.kinds().isJob(span)
                && !evidence.lasting().contain(span)
                && !evidence.tries().contain(span)
                && !evidence.explained().contains(span);
    }

    private static boolean isRead(Operation operation, List<ReportSpan> spans) {
        return "SELECT".equals(SpanWords.verb(operation)) && !Portions.are(operation, spans);
    }

    private static Finding finding(Operation operation, List<ReportSpan> spans, Evidence evidence) {
        long micros = spans.stream().mapToLong(evidence.times()::ownMicros).sum();
        Words words = SpanWords.equal(spans.size(), operation, "")
                .and(SpanWords.below(spans, evidence.times()))
                .and(" took little of the time, ")
                .and(Amount.of(micros))
                .and(": N+1 all the same")
                .and(RepeatStretch.words(spans, caller -> false, evidence));
        return evidence.finding(Rule.REPEATS, words, spans, micros);
    }
}
