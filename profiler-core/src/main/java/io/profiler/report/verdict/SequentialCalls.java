// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
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

    private record Calls(ReportSpan parent, List<ReportSpan> outer, List<ReportSpan> calls) {

        /** The same in whatever request. */
        Object inAnyRequest(SpanKinds kinds) {
            return List.of(
                    kinds.operation(parent),
                    calls.stream().map(kinds::operation).toList());
        }
    }

    private record Told(Calls calls, long micros, long longestMicros) {}

    @Override
    public List<Finding> find(Evidence evidence) {
        List<Told> told = new ArrayList<>();
        for (Calls calls : calls(evidence)) {
            Told times = times(calls, evidence.explained());
            if (isMuch(times, evidence)) {
                evidence.explained().addAll(calls.outer());
                told.add(times);
            }
        }
        return told.stream()
                .collect(Collectors.groupingBy(
                        calls -> calls.calls().inAnyRequest(evidence.kinds()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(alike -> finding(alike, evidence))
                .toList();
    }

    private static Told times(Calls calls, Explained explained) {
        LongSummaryStatistics micros =
                calls.outer().stream().mapToLong(explained::leftWithinMicros).summaryStatistics();
        return new Told(calls, micros.getSum(), micros.getMax());
    }

    private static boolean isMuch(Told told, Evidence evidence) {
        int count = told.calls().outer().size();
        double share = count == 2 ? LEAST_SHARE_OF_TWO : LEAST_SHARE;
        return count > 1
                && evidence.isMuch(
                        told.micros() - told.longestMicros(), told.calls().parent(), share, LEAST_MICROS);
    }

    private static Iterable<Calls> calls(Evidence evidence) {
        Map<ReportSpan, Calls> byParent = new IdentityHashMap<>();
        List<Calls> inOrder = new ArrayList<>();
        for (ReportSpan call : evidence.times().onPath(outermostRemote(evidence))) {
            ReportSpan outer = outer(call, evidence.times());
            ReportSpan parent = evidence.times().parent(outer);
            if (parent != null
                    && isFree(call, evidence.kinds())
                    && !evidence.explained().contains(call)) {
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

    private static boolean isOpen(ReportSpan span, Evidence evidence) {
        return !evidence.explained().contains(span) && !evidence.tries().contain(span);
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

    private static Finding finding(List<Told> alike, Evidence evidence) {
        Calls calls = alike.get(0).calls();
        long micros = alike.stream().mapToLong(Told::micros).sum();
        long longest = alike.stream().mapToLong(Told::longestMicros).max().orElse(0);
        Words words = evidence.amount(micros)
                .and(" in " + calls.calls().size() + " calls one after another")
                .and(SpanWords.below(calls.outer(), evidence.times()))
                .and(SpanWords.each(alike.size()))
                .and(": ")
                .and(named(calls.calls()))
                .and("; side by side they would take about " + Amount.of(longest));
        List<ReportSpan> spans =
                alike.stream().flatMap(told -> told.calls().calls().stream()).toList();
        return evidence.finding(Rule.SEQUENTIAL_CALLS, words, spans, micros);
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
