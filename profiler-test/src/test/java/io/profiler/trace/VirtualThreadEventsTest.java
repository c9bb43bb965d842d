// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.JvmReport;
import io.profiler.point.TracePoint;
import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import io.profiler.test.NoContextLeft;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the JVM tells of requests on virtual threads, of which nothing else is new. */
@ExtendWith(NoContextLeft.class)
class VirtualThreadEventsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final long WAIT_MILLIS = 60;

    /** The first ones load classes, with which the recorder tells what it knows of threads. */
    private static final int REQUESTS = 8;

    private final KeepingAll sink = new KeepingAll(new CollectingSink());
    private final Profiler profiler = Profiler.create(
            sink,
            new Origin("host", "project", "service"),
            ArgumentCapture.disabled(),
            TraceLimits.defaults(),
            Insight.NONE
                    .withSamples(new SampleSettings(true, true, SampleSettings.DEFAULT_PERIOD))
                    .withJvmEvents()
                    .withVirtualThreads());

    @Test
    @EnabledForJreRange(minVersion = 25)
    void eachIsToldOfItsSpan() throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int whole = 0;
        while (whole < REQUESTS && System.nanoTime() < deadline) {
            String baseId = UUID.randomUUID().toString();
            virtually(() -> request(baseId));
            Map<?, ?> jvm = told(baseId, deadline);
            if (jvm.get("whole") == Boolean.TRUE) {
                assertWaited(jvm, "sleep", span(baseId, "slept"));
                whole++;
            }
        }

        assertThat(whole).isEqualTo(REQUESTS);
    }

    private static void assertWaited(Map<?, ?> jvm, String cause, String span) {
        assertThat((List<?>) jvm.get("events"))
                .map(event -> (Map<?, ?>) event)
                .filteredOn(event -> cause.equals(event.get("cause")) && span.equals(event.get("span")))
                .anySatisfy(event -> assertThat(((Number) event.get("micros")).longValue())
                        .isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toMicros(WAIT_MILLIS - 1)));
    }

    private static void virtually(Runnable task) throws Exception {
        ((Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task)).join();
    }

    private void request(String baseId) {
        try (ProfiledScope scope = profiler.open(new TraceContext(baseId, baseId, "key"))) {
            Span top = profiler.start("wsgi");
            profiler.trace("slept", VirtualThreadEventsTest::sleep);
            top.stop();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(WAIT_MILLIS);
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<?, ?> told(String baseId, long deadline) throws InterruptedException {
        while (reports(baseId).findAny().isEmpty() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return reports(baseId).findAny().orElseThrow();
    }

    private Stream<Map<?, ?>> reports(String baseId) {
        return points(baseId)
                .filter(point -> point.info().get(JvmReport.MEMBER) instanceof Map<?, ?>)
                .map(point -> (Map<?, ?>) point.info().get(JvmReport.MEMBER));
    }

    private String span(String baseId, String name) {
        return points(baseId)
                .filter(point -> point.name().equals(name + "-start"))
                .map(TracePoint::traceId)
                .findFirst()
                .orElseThrow();
    }

    private Stream<TracePoint> points(String baseId) {
        return sink.points().stream().filter(point -> point.baseId().equals(baseId));
    }
}
