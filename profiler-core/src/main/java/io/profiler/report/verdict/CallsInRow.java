// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Calls to other services that one span waits for and that only read. A call counts with what is around it alone, such as the
 * method that sends it; what a callee asks for in its turn is the callee's.
 *
 * @param parent the span
 * @param outer the calls with what is around them, two or more
 * @param calls the calls themselves, in the same order
 */
record CallsInRow(ReportSpan parent, List<ReportSpan> outer, List<ReportSpan> calls) {

    private static final double CALL_IN_WRAPPER = 0.8;

    /** In reading order. */
    static Collection<CallsInRow> of(Evidence evidence) {
        Map<Integer, CallsInRow> byParent = new LinkedHashMap<>();
        for (ReportSpan call : evidence.times().onPath(outermostRemote(evidence))) {
            ReportSpan outer = outer(call, evidence);
            ReportSpan parent = evidence.times().parent(outer);
            if (parent != null
                    && isFree(call, evidence.kinds())
                    && !evidence.tries().contain(call)
                    && evidence.explained().leftWithinMicros(outer) > 0) {
                CallsInRow row = byParent.computeIfAbsent(
                        evidence.times().number(parent),
                        key -> new CallsInRow(parent, new ArrayList<>(), new ArrayList<>()));
                row.outer().add(outer);
                row.calls().add(call);
            }
        }
        byParent.values().removeIf(row -> row.outer().size() < 2);
        return byParent.values();
    }

    /** Those that are not part of what a call came to, up to where another service is at work. */
    private static Predicate<ReportSpan> outermostRemote(Evidence evidence) {
        Set<ReportSpan> inCall = Collections.newSetFromMap(new IdentityHashMap<>());
        SpanKinds kinds = evidence.kinds();
        return span -> {
            ReportSpan parent = evidence.times().parent(span);
            boolean remote = kinds.isRemote(span);
            boolean below = parent != null && inCall.contains(parent);
            if ((remote || below) && !kinds.serves(span, parent)) {
                inCall.add(span);
            }
            return remote && !below && parent != null;
        };
    }

    private static ReportSpan outer(ReportSpan call, Evidence evidence) {
        PathTimes times = evidence.times();
        long least = times.withinMicros(call);
        ReportSpan outer = call;
        for (@Nullable ReportSpan above = times.parent(outer);
                above != null && isAround(above, least, evidence);
                above = times.parent(above)) {
            outer = above;
        }
        return outer;
    }

    private static boolean isAround(ReportSpan above, long leastMicros, Evidence evidence) {
        ReportSpan parent = evidence.times().parent(above);
        return parent != null
                && !evidence.kinds().serves(above, parent)
                && CALL_IN_WRAPPER * evidence.times().withinMicros(above) <= leastMicros;
    }

    /** Nobody waits for the answer to a message, the order of changes may matter, and a page may tell where the next one begins. */
    private static boolean isFree(ReportSpan call, SpanKinds kinds) {
        String request = call.request();
        return !kinds.isMessaging(call) && !Portions.isPage(call) && (request == null || !SpanWords.changes(request));
    }

    /** The same in whatever request. */
    Object inAnyRequest(SpanKinds kinds) {
        return List.of(
                kinds.operation(parent), calls.stream().map(kinds::operation).toList());
    }
}
