// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import java.util.ArrayDeque;
import java.util.Deque;
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

    /** What calls took with all that came of them, less what is explained, and what a callee has called in its turn. */
    static Map<ReportSpan, Long> ofCalls(Evidence evidence) {
        Map<ReportSpan, Long> micros = new IdentityHashMap<>();
        Deque<ReportSpan> around = new ArrayDeque<>();
        for (ReportSpan call : evidence.times().onPath(span -> isCall(span, evidence))) {
            while (!around.isEmpty() && !isWithin(call, around.element(), evidence.times())) {
                around.pop();
            }
            long within = evidence.explained().leftWithinMicros(call);
            if (!around.isEmpty()) {
                micros.merge(around.element(), -within, Long::sum);
            }
            micros.put(call, within);
            around.push(call);
        }
        micros.keySet().removeIf(evidence.relays()::contain);
        return micros;
    }

    private static boolean isCall(ReportSpan span, Evidence evidence) {
        return evidence.times().parent(span) != null
                && evidence.kinds().isRemote(span)
                && caller(span, evidence) == span
                && isOneOfMany(span, evidence);
    }

    private static boolean isWithin(ReportSpan call, ReportSpan other, PathTimes times) {
        return times.number(call) < times.end(other);
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
        return parent == null
                ? !evidence.kinds().isRequest(span)
                : !evidence.kinds().operation(span).equals(evidence.kinds().operation(parent));
    }
}
