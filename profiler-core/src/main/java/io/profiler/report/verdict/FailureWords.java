// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import io.profiler.report.SpanError;
import org.jspecify.annotations.Nullable;

/** Says that a span failed, and what came of it. */
final class FailureWords {

    private FailureWords() {}

    /** Of a span that failed: with what. */
    static Words of(ReportSpan span, Failures failures) {
        SpanError error = span.error();
        return error == null
                ? Words.of(" got ").data(failures.status(span))
                : Words.of(" failed with ").data(error.simpleType());
    }

    /** At the end of a sentence about any span: with what it failed, if it did. */
    static Words which(ReportSpan span, Evidence evidence) {
        if (!evidence.failures().contain(span)) {
            return Words.NONE;
        }
        Words failed = Words.of(", which").and(of(span, evidence.failures()));
        return evidence.swallowed().claim(span) ? failed.and(outcome(span, evidence)) : failed;
    }

    /** Services of Python do not tell how they answered, and a redirection may lead to where the error is told. */
    static Words outcome(ReportSpan swallowed, Evidence evidence) {
        @Nullable ReportSpan request = evidence.kinds().requestAbove(swallowed);
        String status = request == null ? null : request.httpStatus();
        if (status == null) {
            return Words.of(", and no span above failed: perhaps the error was swallowed");
        }
        Words answer = Words.of(", and the answer was ").data(status);
        return status.startsWith("3") || evidence.tries().haveMadeGoodPerhaps(swallowed)
                ? answer.and(": perhaps the error was swallowed")
                : answer.and(" all the same: the error was swallowed");
    }
}
