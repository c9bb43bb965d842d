// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Calls to other services of which each waits for the one before, although they only read. What they explain is what would be
 * won if they ran side by side: all but the longest of them.
 */
final class SequentialCalls implements Detector {

    private static final int NAMED = 3;
    private static final double LEAST_SHARE = 0.2;
    private static final double LEAST_SHARE_OF_TWO = 0.3;
    private static final long LEAST_MICROS = 10_000;
    /** One that is so many times as long as all others together is told of by itself. */
    private static final int TIMES_THE_OTHERS = 2;

    /**
     * @param micros what of them is not explained
     * @param longest the one of which most is not
     */
    private record Told(CallsInRow calls, long micros, ReportSpan longest, long longestMicros) {

        static Told of(CallsInRow calls, Explained explained) {
            ReportSpan longest = calls.outer().stream()
                    .max(Comparator.comparingLong(explained::leftWithinMicros))
                    .orElseThrow();
            long micros = calls.outer().stream()
                    .mapToLong(explained::leftWithinMicros)
                    .sum();
            return new Told(calls, micros, longest, explained.leftWithinMicros(longest));
        }

        long wonMicros() {
            return micros - longestMicros;
        }

        void addTo(Explained explained) {
            boolean all = longestMicros <= TIMES_THE_OTHERS * wonMicros();
            explained.addAll(calls.outer().stream()
                    .filter(call -> all || call != longest)
                    .toList());
        }
    }

    @Override
    public List<Finding> find(Evidence evidence) {
        List<Told> told = new ArrayList<>();
        for (Told first : mostWonFirst(evidence)) {
            Told left = Told.of(first.calls(), evidence.explained());
            if (isMuch(left, evidence)) {
                left.addTo(evidence.explained());
                told.add(left);
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

    private static List<Told> mostWonFirst(Evidence evidence) {
        return CallsInRow.of(evidence).stream()
                .map(calls -> Told.of(calls, evidence.explained()))
                .filter(told -> isMuch(told, evidence))
                .sorted(Comparator.comparingLong(Told::wonMicros).reversed())
                .toList();
    }

    private static boolean isMuch(Told told, Evidence evidence) {
        double share = told.calls().outer().size() == 2 ? LEAST_SHARE_OF_TWO : LEAST_SHARE;
        return evidence.isMuch(told.wonMicros(), told.calls().parent(), share, LEAST_MICROS);
    }

    private static Finding finding(List<Told> alike, Evidence evidence) {
        Told first = alike.get(0);
        CallsInRow calls = first.calls();
        long won = alike.stream().mapToLong(Told::wonMicros).sum();
        Words words = evidence.amount(won)
                .and(" for making " + calls.calls().size() + " calls one after another")
                .and(SpanWords.below(calls.outer(), evidence.times()))
                .and(SpanWords.each(alike.size()))
                .and(": ")
                .and(named(calls.calls()))
                .and("; side by side they would take about " + Amount.insteadOf(first.longestMicros(), first.micros()));
        List<ReportSpan> spans =
                alike.stream().flatMap(told -> told.calls().calls().stream()).toList();
        return evidence.finding(Rule.SEQUENTIAL_CALLS, words, spans, won);
    }

    private static Words named(List<ReportSpan> calls) {
        Set<String> names = calls.stream().map(SpanWords::of).collect(Collectors.toCollection(LinkedHashSet::new));
        Words words = Words.NONE;
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
