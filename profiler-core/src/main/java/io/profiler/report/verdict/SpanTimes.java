// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Operation;
import java.util.IdentityHashMap;
import java.util.Map;

/** What of the critical path single spans took that may have been too much, and that nothing else explains. */
final class SpanTimes {

    private SpanTimes() {}

    /**
     * What spans took themselves. What a callee took itself, its caller did. In a request that is meant to last, code may be
     * waiting.
     */
    static Map<ReportSpan, Long> alone(Evidence evidence) {
        Map<ReportSpan, Long> micros = new IdentityHashMap<>();
        for (PathPart part : evidence.parts()) {
            ReportSpan span = caller(part.span(), evidence);
            if (!evidence.explained().contains(part)
                    && part.phase() == null
                    && isOneOfMany(span, evidence)
                    && !(evidence.kinds().isCode(span) && evidence.lasting().contain(span))) {
                micros.merge(span, part.durationMicros(), Long::sum);
            }
        }
        return micros;
    }

    /** What calls took with all that came of them, less what is explained. */
    static Map<ReportSpan, Long> ofCalls(Evidence evidence) {
        Map<ReportSpan, Long> micros = new IdentityHashMap<>();
        evidence.times()
                .onPath(span -> evidence.kinds().isRemote(span)
                        && caller(span, evidence) == span
                        && isOneOfMany(span, evidence)
                        && !evidence.relays().contain(span))
                .forEach(span -> micros.put(span, evidence.explained().leftWithinMicros(span)));
        return micros;
    }

    /** The span that asked for a request, if there is one; else the span itself. */
    private static ReportSpan caller(ReportSpan span, Evidence evidence) {
        ReportSpan parent = evidence.times().parent(span);
        if (parent == null
                || !evidence.kinds().isRequest(span)
                || evidence.kinds().isRequest(parent)) {
            return span;
        }
        return evidence.kinds().isRemote(parent) ? parent : span;
    }

    private static boolean isOneOfMany(ReportSpan span, Evidence evidence) {
        ReportSpan parent = evidence.times().parent(span);
        Operation operation = evidence.kinds().operation(span);
        return parent != null && !operation.equals(evidence.kinds().operation(parent));
    }
}
