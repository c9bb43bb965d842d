// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Calls to other services of which each waits for the one before, although they only read. A call counts with what is around
 * it alone, such as the method that sends it.
 */
final class SequentialCalls implements Detector {

    private static final int NAMED = 3;
    private static final double CALL_IN_WRAPPER = 0.8;
    private static final double LEAST_SHARE = 0.2;
    private static final double LEAST_SHARE_OF_TWO = 0.3;
    private static final long LEAST_MICROS = 10_000;

    /** Their order may matter. */
    private static final Pattern CHANGING = Pattern.compile("(?:POST|PUT|PATCH|DELETE)\\b.*", Pattern.DOTALL);

    private record Calls(ReportSpan parent, List<ReportSpan> outer, List<ReportSpan> calls) {}

    @Override
    public List<Finding> find(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        for (Calls calls : calls(evidence)) {
            PathTimes times = evidence.times();
            long micros = calls.outer().stream().mapToLong(times::withinMicros).sum();
            long longest =
                    calls.outer().stream().mapToLong(times::withinMicros).max().orElse(0);
            double share = calls.outer().size() == 2 ? LEAST_SHARE_OF_TWO : LEAST_SHARE;
            if (calls.outer().size() > 1 && times.isMuch(micros - longest, share, LEAST_MICROS)) {
                evidence.explained().addAll(calls.outer());
                findings.add(evidence.finding(
                        Rule.SEQUENTIAL_CALLS, words(calls, micros, longest, evidence), calls.calls(), micros));
            }
        }
        return findings;
    }

    private static Iterable<Calls> calls(Evidence evidence) {
        Map<ReportSpan, Calls> byParent = new IdentityHashMap<>();
        List<Calls> inOrder = new ArrayList<>();
        for (ReportSpan call : evidence.times().onPath(outermostRemote(evidence))) {
            ReportSpan outer = outer(call, evidence.times());
            ReportSpan parent = evidence.times().parent(outer);
            if (parent != null && isFree(call, evidence.kinds()) && !evidence.explained().contains(call)) {
                Calls calls = byParent.computeIfAbsent(parent, key -> {
                    Calls none = new Calls(key, new ArrayList<>(), new ArrayList<>());
                    inOrder.add(none);
                    return none;
                });
                calls.outer().add(outer);
                calls.calls().add(call);
            }
        }
        return inOrder;
    }

    private static Predicate<ReportSpan> outermostRemote(Evidence evidence) {
        Set<ReportSpan> inRemote = Collections.newSetFromMap(new IdentityHashMap<>());
        return span -> {
            ReportSpan parent = evidence.times().parent(span);
            boolean remote = evidence.kinds().isRemote(span);
            boolean below = parent != null && inRemote.contains(parent);
            if (remote || below) {
                inRemote.add(span);
            }
            return remote && !below && parent != null;
        };
    }

    private static ReportSpan outer(ReportSpan call, PathTimes times) {
        long least = times.withinMicros(call);
        ReportSpan outer = call;
        for (@Nullable ReportSpan above = times.parent(outer);
                above != null && times.parent(above) != null && CALL_IN_WRAPPER * times.withinMicros(above) <= least;
                above = times.parent(above)) {
            outer = above;
        }
        return outer;
    }

    /** Nobody waits for the answer to a message. */
    private static boolean isFree(ReportSpan call, SpanKinds kinds) {
        String request = call.request();
        return !kinds.isMessaging(call)
                && (request == null || !CHANGING.matcher(request).matches());
    }

    private static Words words(Calls calls, long micros, long longestMicros, Evidence evidence) {
        return evidence.amount(micros)
                .and(" in " + calls.calls().size() + " calls one after another")
                .and(SpanWords.below(calls.outer(), evidence.times()))
                .and(": ")
                .and(named(calls.calls()))
                .and("; side by side they would take about " + Amount.of(longestMicros));
    }

    private static Words named(List<ReportSpan> calls) {
        Set<String> names = calls.stream().map(SpanWords::of).collect(Collectors.toCollection(LinkedHashSet::new));
        Words words = Words.of("");
        int named = 0;
        for (String name : names) {
            if (named == NAMED) {
                return words.and(", …");
            }
            words = words.and(named++ == 0 ? "" : ", ").data(name);
        }
        return words;
    }
}
