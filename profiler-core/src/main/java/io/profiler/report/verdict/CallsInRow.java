// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Calls to other services that one span waits for and that only read. A call counts with what is around it alone, such as the
 * method that sends it; what a callee asks for in its turn is the callee's.
 *
 * @param parent the span
 * @param outer the calls with what is around them, two or more
 * @param calls the calls themselves, in the same order
 */
record CallsInRow(ReportSpan parent, List<ReportSpan> outer, List<ReportSpan> calls) {

    /** A call, what is around it, and who waits for that. */
    private record Call(ReportSpan parent, ReportSpan outer, ReportSpan call) {}

    /** In reading order. */
    static List<CallsInRow> of(Evidence evidence) {
        Map<Integer, List<Call>> byParent = new LinkedHashMap<>();
        List<ReportSpan> calls = evidence.times().onPath(outermostRemote(evidence));
        CallWrappers wrappers = new CallWrappers(calls, evidence);
        for (ReportSpan call : calls) {
            ReportSpan outer = wrappers.around(call);
            ReportSpan parent = evidence.times().parent(outer);
            if (parent != null
                    && isFree(call, evidence)
                    && !evidence.tries().contain(call)
                    && evidence.explained().leftWithinMicros(outer) > 0) {
                byParent.computeIfAbsent(evidence.times().number(parent), key -> new ArrayList<>())
                        .add(new Call(parent, outer, call));
            }
        }
        return byParent.values().stream()
                .filter(row -> row.size() > 1)
                .map(CallsInRow::of)
                .filter(row -> !row.isOneOfSeveral(evidence))
                .toList();
    }

    private static CallsInRow of(List<Call> row) {
        return new CallsInRow(
                row.get(0).parent(),
                row.stream().map(Call::outer).toList(),
                row.stream().map(Call::call).toList());
    }

    /** Whether there are other rows beside it. */
    private boolean isOneOfSeveral(Evidence evidence) {
        SideBySide sideBySide = new SideBySide(evidence);
        Set<String> names = outer.stream().map(ReportSpan::name).collect(Collectors.toSet());
        List<ReportSpan> others = evidence.report().childrenOf(parent).stream()
                .filter(child -> names.contains(child.name()) && sideBySide.isOffPath(child))
                .toList();
        return sideBySide.are(outer, others);
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

    /** Nobody waits for the answer to a message, the order of changes may matter, and a page may tell where the next one begins. */
    private static boolean isFree(ReportSpan call, Evidence evidence) {
        return !evidence.kinds().isMessaging(call)
                && !evidence.pages().contain(call)
                && !SpanWords.changes(SpanWords.of(call));
    }

    /** The same in whatever request. */
    Object inAnyRequest(SpanKinds kinds) {
        return List.of(
                kinds.operation(parent), calls.stream().map(kinds::operation).toList());
    }
}
