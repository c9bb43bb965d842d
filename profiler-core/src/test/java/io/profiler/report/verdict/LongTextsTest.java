// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.report.TracePoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Others write the texts of a trace: no rule may take them for longer the longer they are, but in proportion. */
class LongTextsTest {

    private static final int LENGTH = 100_000;
    private static final int SPANS = 10;

    /** Whoever is slower than in proportion is so by hours. */
    @ParameterizedTest
    @MethodSource("texts")
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void areReadInProportion(String text) {
        List<TracePoint> points =
                new ArrayList<>(span("wsgi", "root", "base", 0, 900_000, Map.of("request", request("/"))));
        for (int i = 0; i < SPANS; i++) {
            int from = 1_000 + 80_000 * i;
            points.addAll(span(i % 2 == 0 ? "db" : text, "s" + i, "root", from, from + 79_000, everything(text)));
        }

        Verdict verdict = Verdict.of(TracePoints.report(points.stream()));

        assertThat(verdict.sentence().toString()).isNotEmpty();
    }

    static Stream<String> texts() {
        return Stream.of(
                repeated("select top", " ", "x from t offset ?"),
                repeated("", "Exceed", ""),
                repeated("select offset ? ", "a", " = ?"),
                repeated("select offset ? ", "a_", " = ?"),
                repeated("get", "a", ""),
                repeated("get", "db", "x"),
                repeated("", "a_", ""),
                repeated("", "pool.", "x"),
                repeated("select ", ">?", ""),
                repeated("select limit ", "limit ", ""),
                repeated("select a from b where c in (", "?, ", "x"),
                repeated("GET http://a/", "?page=1", ""),
                repeated("GET http://a/?", "page%5B", "=1"),
                repeated("GET /", "/", "?x"),
                repeated("java.", "Invalid", ""),
                repeated("", "\"", ""),
                repeated("select ", "(", ""));
    }

    private static String repeated(String before, String unit, String after) {
        return before + unit.repeat(LENGTH / unit.length()) + after;
    }

    private static List<TracePoint> span(String name, String id, String parent, int from, int to, Map<String, ?> info) {
        return List.of(
                TracePoints.point(name + "-start", id, parent, from, info),
                TracePoints.point(name + "-stop", id, parent, to, info));
    }

    private static Map<String, ?> everything(String text) {
        return Map.of(
                "db", Map.of("statement", text),
                "function", Map.of("name", text),
                "request", request(text),
                "etype", text,
                "message", text);
    }

    private static Map<String, String> request(String path) {
        return Map.of("method", "GET", "path", path, "query", path);
    }
}
