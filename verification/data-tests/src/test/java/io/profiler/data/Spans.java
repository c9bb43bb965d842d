// SPDX-License-Identifier: Apache-2.0
package io.profiler.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.point.TracePoint;
import io.profiler.test.CollectingSink;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What one profiled request has written, once every span of it has ended. */
final class Spans {

    private final List<TracePoint> points;
    private final String baseId;

    private Spans(List<TracePoint> points, String baseId) {
        this.points = points;
        this.baseId = baseId;
    }

    /** Waits for the ends: the application may go on before the driver tells the profiler of its answer. */
    static Spans of(CollectingSink sink, String baseId) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> read(sink, baseId).areEnded());
        return read(sink, baseId);
    }

    private static Spans read(CollectingSink sink, String baseId) {
        return new Spans(
                sink.points().stream()
                        .filter(point -> point.baseId().equals(baseId))
                        .toList(),
                baseId);
    }

    private boolean areEnded() {
        return !points.isEmpty() && points.size() == 2 * starts().size();
    }

    List<TracePoint> starts() {
        return points.stream().filter(point -> !point.isStop()).toList();
    }

    List<TracePoint> starts(String span) {
        return starts().stream()
                .filter(point -> point.name().equals(span + "-start"))
                .toList();
    }

    TracePoint stop(TracePoint start) {
        return points.stream()
                .filter(point -> point.isStop() && point.traceId().equals(start.traceId()))
                .findFirst()
                .orElseThrow();
    }

    List<TracePoint> below(TracePoint parent) {
        return starts().stream()
                .filter(start -> start.parentId().equals(parent.traceId()))
                .toList();
    }

    /** As {@code wsgi(controller(db db))}, without waits for connections, which are there if they took long. */
    String tree() {
        return below(baseId);
    }

    private String below(String id) {
        return starts().stream()
                .filter(start -> start.parentId().equals(id))
                .filter(start -> !start.name().startsWith("db.connection"))
                .map(start -> start.name().replace("-start", "") + inParentheses(below(start.traceId())))
                .collect(Collectors.joining(" "));
    }

    private static String inParentheses(String children) {
        return children.isEmpty() ? "" : "(" + children + ")";
    }

    /** {@code info.db} of the starts of statements and commands. */
    List<Map<?, ?>> commands() {
        return starts("db").stream().<Map<?, ?>>map(start -> db(start.info())).toList();
    }

    List<Object> statements() {
        return commands().stream().<Object>map(db -> db.get("statement")).toList();
    }

    /** {@code info.db} of their ends, in the order of the starts. */
    List<Map<?, ?>> replies() {
        return starts("db").stream()
                .<Map<?, ?>>map(start -> db(stop(start).info()))
                .toList();
    }

    /** {@code info} of the end of the only one. */
    Map<String, Object> end() {
        assertThat(starts("db")).hasSize(1);
        return stop(starts("db").get(0)).info();
    }

    private static Map<?, ?> db(Map<String, Object> info) {
        return info.get("db") instanceof Map<?, ?> db ? db : Map.of();
    }
}
