// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import io.profiler.cli.console.Environment;
import io.profiler.report.internal.text.ReadableDuration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came of the same request several times. The first is told apart: it may find everything cold. */
final class Answers {

    private static final double P95 = 0.95;
    /** More of them are no list that anybody reads. */
    private static final int MOST_OTHERS = 20;

    private final List<Answer> all;
    private final List<Answer> byTime;

    Answers(List<Answer> all) {
        this.all = List.copyOf(all);
        List<Answer> others = new ArrayList<>(all.subList(all.size() == 1 ? 0 : 1, all.size()));
        others.sort(Comparator.comparingLong(Answer::micros));
        this.byTime = others;
    }

    /** The one in the middle, by the nearest rank. */
    Answer median() {
        return at(0.5);
    }

    private Answer at(double share) {
        return byTime.get((int) Math.ceil(share * byTime.size()) - 1);
    }

    /** One line a figure, with the trace that has it, and then the others as they were sent; or how to list them. */
    String text(Environment environment) {
        ReadableDuration durations = ReadableDuration.in(environment.charset());
        Answer first = all.get(0);
        Answer min = byTime.get(0);
        Answer max = byTime.get(byTime.size() - 1);
        return all.size() + " requests, " + statuses() + "; times as seen here, with the network\n"
                + line("first", first, durations)
                + line("min", min, durations)
                + line("median", median(), durations)
                + line("p95", at(P95), durations)
                + line("max", max, durations)
                + others(List.of(first, min, median(), at(P95), max), durations, environment);
    }

    private String others(List<Answer> told, ReadableDuration durations, Environment environment) {
        List<Answer> others =
                all.stream().filter(answer -> !told.contains(answer)).toList();
        return others.size() > MOST_OTHERS
                ? "The other " + others.size() + ": " + NewTrace.listCommand(all.size(), environment) + "\n"
                : others.stream()
                        .map(answer -> line("other", answer, durations))
                        .collect(Collectors.joining());
    }

    private String statuses() {
        return all.stream()
                .collect(Collectors.groupingBy(Answer::status, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(status ->
                        status.getKey() + (status.getValue() == all.size() ? "" : " " + status.getValue() + " times"))
                .collect(Collectors.joining(", "));
    }

    private static String line(String name, Answer answer, ReadableDuration durations) {
        return String.format(
                        Locale.ROOT,
                        "%-6s  %10s  %s%n",
                        name,
                        durations.of(answer.micros()),
                        answer.trace().id())
                .replace(System.lineSeparator(), "\n");
    }
}
