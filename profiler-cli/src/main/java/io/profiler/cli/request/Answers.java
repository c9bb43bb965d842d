// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import io.profiler.cli.console.Environment;
import io.profiler.report.internal.text.ReadableDuration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came of the same request several times. The first is told apart: it may find everything cold. */
final class Answers {

    private static final double P95 = 0.95;

    /** More of them are no list that anybody reads. */
    private static final int MOST_OTHERS = 20;

    private final List<TimedAnswer> all;
    private final List<TimedAnswer> byTime;

    Answers(List<TimedAnswer> all) {
        this.all = List.copyOf(all);
        List<TimedAnswer> others = new ArrayList<>(all.subList(all.size() == 1 ? 0 : 1, all.size()));
        others.sort(Comparator.comparingLong(TimedAnswer::micros));
        this.byTime = others;
    }

    /** The one in the middle, by the nearest rank. */
    TimedAnswer median() {
        return at(0.5);
    }

    private TimedAnswer at(double share) {
        return byTime.get((int) Math.ceil(share * byTime.size()) - 1);
    }

    /**
     * One line a figure, with the trace that has it, and then the others as they were sent; or how to list them. What has
     * several figures has one line, with the names of all.
     */
    String text(Environment environment) {
        ReadableDuration durations = ReadableDuration.in(environment.charset());
        Map<TimedAnswer, String> told = told();
        List<TimedAnswer> others =
                all.stream().filter(answer -> !told.containsKey(answer)).toList();
        boolean listed = others.size() <= MOST_OTHERS;
        if (listed) {
            others.forEach(other -> told.put(other, "other"));
        }
        int width = told.values().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text =
                new StringBuilder(all.size() + " requests, " + statuses() + "; times as seen here, with the network\n");
        told.forEach((answer, name) -> text.append(line(name, width, answer, durations)));
        return text
                + (listed
                        ? ""
                        : "The other " + others.size() + ": " + NewTrace.listCommand(all.size(), environment) + "\n");
    }

    private Map<TimedAnswer, String> told() {
        Map<TimedAnswer, String> told = new LinkedHashMap<>();
        told.put(all.get(0), "first");
        told.merge(byTime.get(0), "min", Answers::both);
        told.merge(median(), "median", Answers::both);
        told.merge(at(P95), "p95", Answers::both);
        told.merge(byTime.get(byTime.size() - 1), "max", Answers::both);
        return told;
    }

    private static String both(String name, String other) {
        return name + ", " + other;
    }

    private String statuses() {
        return all.stream()
                .collect(Collectors.groupingBy(timed -> timed.answer().status(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(status ->
                        status.getKey() + (status.getValue() == all.size() ? "" : " " + status.getValue() + " times"))
                .collect(Collectors.joining(", "));
    }

    private static String line(String name, int width, TimedAnswer timed, ReadableDuration durations) {
        return String.format(
                Locale.ROOT,
                "%s%s  %10s  %s\n",
                name,
                " ".repeat(width - name.length()),
                durations.of(timed.micros()),
                timed.answer().trace().id());
    }
}
