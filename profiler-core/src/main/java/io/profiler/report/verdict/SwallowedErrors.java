// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.PlacedSpan;
import io.profiler.report.ReportSpan;
import io.profiler.report.SpanError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spans that failed although nothing above them did, and the request was answered as if nothing had happened. */
final class SwallowedErrors implements Detector {

    @Override
    public List<Finding> find(Evidence evidence) {
        List<ReportSpan> swallowed = swallowed(evidence);
        if (swallowed.isEmpty()) {
            return List.of();
        }
        long micros = swallowed.stream()
                .mapToLong(evidence.explained()::leftWithinMicros)
                .sum();
        return List.of(evidence.finding(Rule.SWALLOWED_ERROR, words(swallowed, evidence), swallowed, micros));
    }

    /** The topmost of those that failed one within another. */
    private static List<ReportSpan> swallowed(Evidence evidence) {
        List<ReportSpan> swallowed = new ArrayList<>();
        List<Boolean> told = new ArrayList<>();
        for (PlacedSpan placed : evidence.report().depthFirst()) {
            ReportSpan span = placed.span();
            told.subList(placed.depth(), told.size()).clear();
            boolean toldAbove = placed.depth() > 0 && told.get(placed.depth() - 1);
            boolean fault = evidence.failures().contain(span);
            if (fault && !evidence.tries().haveMadeGood(span) && !toldAbove && placed.depth() > 0) {
                swallowed.add(span);
            }
            told.add(toldAbove || fault || span.error() != null || span.isAnsweredWithError());
        }
        return swallowed;
    }

    private static Words words(List<ReportSpan> swallowed, Evidence evidence) {
        ReportSpan first = swallowed.get(0);
        ReportSpan request = evidence.kinds().requestAbove(first);
        Words words = Words.of("").data(SpanWords.of(first)).and(failure(first, evidence.failures()));
        int others = swallowed.size() - 1;
        return (others == 0
                        ? words
                        : words.and(" and " + others + (others == 1 ? " other span" : " other spans") + " failed"))
                .and(outcome(request));
    }

    private static Words failure(ReportSpan span, Failures failures) {
        SpanError error = span.error();
        return error == null
                ? Words.of(" got ").data(failures.status(span))
                : Words.of(" failed with ").data(error.simpleType());
    }

    /** Services of Python do not tell how they answered, and a redirection may lead to where the error is told. */
    private static Words outcome(@Nullable ReportSpan request) {
        String status = request == null ? null : request.httpStatus();
        if (status == null) {
            return Words.of(", and no span above failed: perhaps the error was swallowed");
        }
        Words answer = Words.of(", and the answer was ").data(status);
        return status.startsWith("3")
                ? answer.and(": perhaps the error was swallowed")
                : answer.and(" all the same: the error was swallowed");
    }
}
