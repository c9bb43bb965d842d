// SPDX-License-Identifier: Apache-2.0
package io.profiler.observed;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.test.CollectingSink;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a service has written of one trace. */
record Spans(String baseId, HttpResponse<String> response, CollectingSink sink) {

    List<TracePoint> points() {
        return sink.points().stream()
                .filter(point -> point.baseId().equals(baseId))
                .toList();
    }

    private List<TracePoint> starts() {
        return points().stream().filter(point -> !point.isStop()).toList();
    }

    boolean isWhole() {
        return !starts().isEmpty() && points().size() == 2 * starts().size();
    }

    /** As {@code wsgi(controller(http.client.requests))}. */
    String tree() {
        return below(baseId);
    }

    String below(String parentId) {
        return starts().stream()
                .filter(start -> start.parentId().equals(parentId))
                .map(start ->
                        name(start) + (below(start.traceId()).isEmpty() ? "" : "(" + below(start.traceId()) + ")"))
                .collect(Collectors.joining(" "));
    }

    private static String name(TracePoint start) {
        return start.name().substring(0, start.name().indexOf('-'));
    }

    TracePoint point(String name) {
        List<TracePoint> named =
                points().stream().filter(point -> point.name().equals(name)).toList();
        assertThat(named).as(name).hasSize(1);
        return named.get(0);
    }

    Map<String, Object> info(String name) {
        return point(name).info();
    }
}
