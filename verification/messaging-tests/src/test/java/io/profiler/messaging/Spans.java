// SPDX-License-Identifier: Apache-2.0
package io.profiler.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.point.TracePoint;
import io.profiler.test.CollectingSink;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an application has written of one trace. */
record Spans(String baseId, CollectingSink sink) {

    /** Waits until the trace is whole and as it should be, such as {@code wsgi(controller(kafka.send))}. */
    Spans assertTree(String tree) {
        await().pollInterval(Duration.ofMillis(5)).untilAsserted(() -> {
            assertThat(below(baseId)).isEqualTo(tree);
            assertThat(points()).hasSize(2 * starts().size());
        });
        return this;
    }

    private String below(String parentId) {
        return starts().stream()
                .filter(start -> start.parentId().equals(parentId))
                .map(start ->
                        name(start) + (below(start.traceId()).isEmpty() ? "" : "(" + below(start.traceId()) + ")"))
                .collect(Collectors.joining(" "));
    }

    private static String name(TracePoint start) {
        return start.name().substring(0, start.name().indexOf('-'));
    }

    private List<TracePoint> points() {
        return sink.points().stream()
                .filter(point -> point.baseId().equals(baseId))
                .toList();
    }

    private List<TracePoint> starts() {
        return points().stream().filter(point -> !point.isStop()).toList();
    }

    List<TracePoint> all(String pointName) {
        return points().stream().filter(point -> point.name().equals(pointName)).toList();
    }

    Map<String, Object> info(String pointName) {
        assertThat(all(pointName)).as(pointName).hasSize(1);
        return all(pointName).get(0).info();
    }

    /** What a point says of the message. */
    Map<?, ?> message(String pointName) {
        return (Map<?, ?>) info(pointName).get("messaging");
    }
}
