// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.SpanError;

/** Which spans failed: with an error, or because the service that they asked has answered that it did. */
final class Failures {

    private static final String OF_SERVER = "5";

    private final Report report;
    private final SpanKinds kinds;

    Failures(Report report, SpanKinds kinds) {
        this.report = report;
        this.kinds = kinds;
    }

    boolean contain(ReportSpan span) {
        SpanError error = span.error();
        return error != null && !ErrorKinds.isAnswer(error) && !(ErrorKinds.mayBeAnswer(error) && isUntold(span))
                || !status(span).isEmpty();
    }

    /** Whether nobody told how the request was answered that a span is part of. */
    private boolean isUntold(ReportSpan span) {
        ReportSpan request = kinds.requestAbove(span);
        return request != null && request.httpStatus() == null;
    }

    /** The status that a call was answered with, if that tells of a fault; else empty. */
    String status(ReportSpan span) {
        if (!kinds.isRemote(span)) {
            return "";
        }
        String own = ofServer(span);
        return own.isEmpty() && span.httpStatus() == null ? ofCallee(span) : own;
    }

    private String ofCallee(ReportSpan call) {
        return report.childrenOf(call).stream()
                .filter(kinds::isRequest)
                .map(Failures::ofServer)
                .reduce("", (before, last) -> last);
    }

    private static String ofServer(ReportSpan span) {
        String status = span.httpStatus();
        return status != null && status.length() == 3 && status.startsWith(OF_SERVER) ? status : "";
    }
}
