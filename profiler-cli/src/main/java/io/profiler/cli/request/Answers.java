// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import io.profiler.report.internal.text.ReadableDuration;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came of the same request several times. The first is told apart: it may find everything cold. */
final class Answers {

    private static final double P95 = 0.95;

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

    /** One line a figure, with the trace that has it. */
    String text(Charset charset) {
        ReadableDuration durations = ReadableDuration.in(charset);
        return all.size() + " requests, " + statuses() + "\n"
                + line("first", all.get(0), durations)
                + line("min", byTime.get(0), durations)
                + line("median", median(), durations)
                + line("p95", at(P95), durations)
                + line("max", byTime.get(byTime.size() - 1), durations);
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
