// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the stacks that a trace tells of one span. */
final class ToldStacks {

    private static final Pattern PART = Pattern.compile("(?<node>\\d+)(=(?<looks>[0-9a-z,]+))?|\\(|\\)| ");

    private ToldStacks() {}

    /**
     * Some looks that saw the same.
     *
     * @param calls the outermost first
     * @param kinds the letters
     */
    record Told(List<String> calls, String kinds, int looks) {}

    static List<Told> of(Map<?, ?> span, List<?> frames) {
        List<Told> told = new ArrayList<>();
        Deque<String> calls = new ArrayDeque<>();
        String last = "";
        Matcher parts = PART.matcher(String.valueOf(span.get("stacks")));
        while (parts.find()) {
            if (parts.group("node") != null) {
                last = String.valueOf(frames.get(Integer.parseInt(parts.group("node"))));
                calls.addLast(last);
                add(told, calls, parts.group("looks"));
                calls.removeLast();
            } else if (parts.group().equals("(")) {
                calls.addLast(last);
            } else if (parts.group().equals(")")) {
                calls.removeLast();
            }
        }
        return told;
    }

    private static void add(List<Told> told, Deque<String> calls, String looks) {
        if (looks != null) {
            for (String kind : looks.split(",")) {
                int end = kind.length() - 1;
                told.add(new Told(List.copyOf(calls), kind.substring(end), Integer.parseInt(kind.substring(0, end))));
            }
        }
    }
}
