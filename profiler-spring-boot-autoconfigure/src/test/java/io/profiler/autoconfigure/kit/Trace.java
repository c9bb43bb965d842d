// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.point.TracePoint;
import io.profiler.test.CollectingSink;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What one profiled request has written. */
public final class Trace {

    private final String baseId;
    private final HttpResponse<String> response;
    private final CollectingSink sink;

    public Trace(String baseId, HttpResponse<String> response, CollectingSink sink) {
        this.baseId = baseId;
        this.response = response;
        this.sink = sink;
    }

    /** Id of the trace. */
    public String baseId() {
        return baseId;
    }

    /** What the client got. */
    public HttpResponse<String> response() {
        return response;
    }

    /** All points so far. */
    public List<TracePoint> points() {
        return sink.points().stream()
                .filter(point -> point.baseId().equals(baseId))
                .toList();
    }

    /**
     * The spans as {@code wsgi(controller(message_store management_store))}, after each of them has ended. Fails if a
     * span has not exactly one start and one stop, or if its parent is not in the trace.
     */
    public String tree() {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(5))
                .untilAsserted(() -> assertThat(stops()).hasSameSizeAs(starts()));
        for (TracePoint start : starts()) {
            assertThat(points().stream().filter(point -> point.traceId().equals(start.traceId())))
                    .as("start and stop of %s", start.name())
                    .hasSize(2);
            assertThat(start.parentId())
                    .as("parent of %s", start.name())
                    .matches(parent -> parent.equals(baseId) || isSpan(parent), "is in the trace");
        }
        return below(baseId);
    }

    private String below(String parentId) {
        return starts().stream()
                .filter(start -> start.parentId().equals(parentId))
                .map(start -> spanName(start) + inParentheses(below(start.traceId())))
                .collect(Collectors.joining(" "));
    }

    private static String inParentheses(String children) {
        return children.isEmpty() ? "" : "(" + children + ")";
    }

    private boolean isSpan(String id) {
        return starts().stream().anyMatch(start -> start.traceId().equals(id));
    }

    private List<TracePoint> starts() {
        return points().stream().filter(point -> !point.isStop()).toList();
    }

    private List<TracePoint> stops() {
        return points().stream().filter(TracePoint::isStop).toList();
    }

    private static String spanName(TracePoint start) {
        return start.name().substring(0, start.name().indexOf('-'));
    }

    /** {@code info} of the only point of a name, after everything has ended. */
    public Map<String, Object> info(String pointName) {
        tree();
        List<TracePoint> named = points().stream()
                .filter(point -> point.name().equals(pointName))
                .toList();
        assertThat(named).as(pointName).hasSize(1);
        return named.get(0).info();
    }

    /** {@code info.function.name} of the start of a span. */
    public Object function(String spanName) {
        return ((Map<?, ?>) info(spanName + "-start").get("function")).get("name");
    }
}
