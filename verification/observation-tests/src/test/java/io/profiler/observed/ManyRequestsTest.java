// SPDX-License-Identifier: Apache-2.0
package io.profiler.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.point.TracePoint;
import io.profiler.test.CollectingSink;
import io.profiler.test.NoContextLeft;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.thread.Threading;
import org.springframework.core.env.Environment;

/** As many profiled requests at once as there may be, each on a thread of its own, and others between them. */
class ManyRequestsTest {

    private static final int PROFILED = 1_000;
    private static final int POOLED_THREADS = 8;
    private static final Map<String, String> PARENTS =
            Map.of("wsgi", "", "controller", "wsgi", "meeting", "controller", "errand", "meeting");

    private static Service service;

    @BeforeAll
    static void start() {
        service = Service.of(
                Meeting.class,
                Service.WITHOUT_METRICS,
                "profiler.trace-observations=false",
                "server.tomcat.threads.max=" + Meeting.GUESTS,
                "server.tomcat.accept-count=" + Meeting.GUESTS);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void haveATraceEachAndNothingOfAnother() {
        Map<String, CompletableFuture<HttpResponse<String>>> asked = new HashMap<>();
        List<CompletableFuture<HttpResponse<String>>> unasked = IntStream.range(PROFILED, Meeting.GUESTS)
                .mapToObj(i -> service.getLater("/meeting", Map.of()))
                .toList();
        for (int i = 0; i < PROFILED; i++) {
            String baseId = "guest-" + i;
            asked.put(baseId, service.getLater("/meeting", Service.signed(baseId)));
        }

        assertThat(asked).allSatisfy((baseId, answer) -> assertAnswer(answer.join(), baseId));
        assertThat(unasked).allSatisfy(answer -> assertAnswer(answer.join(), "null"));
        Map<String, List<TracePoint>> traces = traces();
        assertThat(traces).containsOnlyKeys(asked.keySet());
        assertThat(traces)
                .allSatisfy(
                        (baseId, points) -> assertThat(parents(baseId, points)).isEqualTo(PARENTS));
        assertThat(service.seen().left()).isEmpty();
        NoContextLeft.on(service.bean("applicationTaskExecutor", Executor.class), POOLED_THREADS);
    }

    private static void assertAnswer(HttpResponse<String> answer, String loggedTrace) {
        boolean virtual = Threading.VIRTUAL.isActive(service.bean(Environment.class));

        assertThat(answer.body()).startsWith(loggedTrace + " " + loggedTrace + " ");
        assertThat(answer.body().endsWith(" VirtualThread")).isEqualTo(virtual);
    }

    /** All points by their trace, once all have come. */
    private static Map<String, List<TracePoint>> traces() {
        CollectingSink sink = service.bean(CollectingSink.class);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(sink.points()).hasSize(PROFILED * 2 * PARENTS.size()));
        return sink.points().stream().collect(Collectors.groupingBy(TracePoint::baseId));
    }

    /** The name of each span, and of the one above it. */
    private static Map<String, String> parents(String baseId, List<TracePoint> points) {
        List<TracePoint> starts =
                points.stream().filter(point -> !point.isStop()).toList();
        Map<String, String> names =
                starts.stream().collect(Collectors.toMap(TracePoint::traceId, ManyRequestsTest::name));
        names.put(baseId, "");
        return starts.stream()
                .collect(Collectors.toMap(
                        ManyRequestsTest::name, start -> names.getOrDefault(start.parentId(), "of another trace")));
    }

    private static String name(TracePoint start) {
        return start.name().replace("-start", "");
    }
}
