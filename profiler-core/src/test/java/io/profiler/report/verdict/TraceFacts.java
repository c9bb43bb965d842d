// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the points of a span say, of the facts in its line. */
final class TraceFacts {

    private static final int BEFORE = 12_000;

    private TraceFacts() {}

    static Map<String, Object> start(Map<String, String> facts, int number) {
        Map<String, Object> info = new LinkedHashMap<>();
        facts.forEach((name, value) -> {
            String text = value.replace("#", String.valueOf(number));
            switch (name) {
                case "request" -> info.put("request", request(text));
                case "sent" -> info.put("requests", sent(text));
                case "observation" -> info.put("observation", Map.of("name", text));
                case "view" -> info.put("view", Map.of("name", text));
                case "destination" -> info.put("messaging", Map.of("destination", text));
                case "function" -> members(info, "function").put("name", text);
                case "args" -> members(info, "function").put("args", text);
                case "statement", "source", "system" -> members(info, "db").put(name, text);
                case "uptime" -> members(info, "process").put("uptime_micros", micros(text));
                case "classes" -> members(info, "process").put("classes", BEFORE);
                default -> {}
            }
        });
        return info;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(Map<String, Object> info, String name) {
        return (Map<String, Object>) info.computeIfAbsent(name, key -> new LinkedHashMap<>());
    }

    private static long micros(String millis) {
        return Math.round(1000 * Double.parseDouble(millis));
    }

    private static Map<String, Object> request(String text) {
        String[] words = text.split(" ", 2);
        return Map.of("method", words[0], "path", words[1], "query", "");
    }

    /** Of {@code GET http://host/path}. */
    private static Map<String, Object> sent(String text) {
        String[] words = text.split(" |://|(?<=[a-z0-9])/", 4);
        return Map.of(
                "method", words[0], "scheme", words[1], "hostname", words[2], "path", "/" + words[3], "query", "");
    }

    static Map<String, Object> stop(Map<String, String> facts, int number) {
        Map<String, Object> info = new LinkedHashMap<>();
        if (facts.containsKey("status")) {
            info.put("response", Map.of("status", Integer.valueOf(facts.get("status"))));
        }
        if (facts.containsKey("error")) {
            info.put("etype", facts.get("error"));
            info.put("message", "of " + number);
        }
        if (facts.containsKey("kept")) {
            info.put("kept", facts.get("kept"));
        }
        if (facts.containsKey("batch")) {
            info.put("db", Map.of("batch", Integer.valueOf(facts.get("batch"))));
        }
        if (facts.containsKey("rows")) {
            info.put("db", Map.of("returned", Integer.valueOf(facts.get("rows"))));
        }
        if (facts.containsKey("classes")) {
            info.put("process", Map.of("classes", BEFORE + Integer.parseInt(facts.get("classes"))));
        }
        if (facts.containsKey("phases")) {
            info.put("phases", phases(facts.get("phases")));
        }
        return info;
    }

    /** Of {@code filters 0..12, mapping 12..13}, in milliseconds since the span began. */
    private static List<Map<String, Object>> phases(String text) {
        List<Map<String, Object>> phases = new ArrayList<>();
        for (String phase : text.split(", ")) {
            String[] words = phase.split(" |\\.\\.");
            long from = micros(words[1]);
            long to = micros(words[2]);
            phases.add(Map.of("name", words[0], "from", from, "micros", to - from));
        }
        return phases;
    }
}
