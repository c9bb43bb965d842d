// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.PointTime;
import io.profiler.point.TracePoint;
import io.profiler.propagation.Allowance;
import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import io.profiler.test.NoContextLeft;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the JVM tells of a request, and where its trace says it. */
@ExtendWith(NoContextLeft.class)
class WitnessedRequestTest {

    private static final String LATE = "wsgi-jvm-manifest-stop";
    private static final long HELD_MILLIS = 80;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private KeepingAll sink = new KeepingAll(new CollectingSink());

    @Test
    void aWaitIsToldWithItsSpanAndNobodyMistakesItForAnEnd() throws InterruptedException {
        Map<?, ?> told = whole();

        TracePoint late = point(LATE);
        TracePoint stop = point("wsgi-stop");
        assertThat(late.isManifest()).isTrue();
        assertThat(late.timestamp()).isEqualTo(stop.timestamp());
        assertThat(late.traceId()).isEqualTo(stop.traceId());
        assertThat(told.get("left_out")).isEqualTo(0);
        Map<?, ?> lock = eventOf("lock", told);
        assertThat(lock.get("span")).isEqualTo(point("work-start").traceId());
        assertThat(lock.get("what")).isEqualTo("java.lang.Object");
        assertThat((long) lock.get("micros")).isBetween(HELD_MILLIS * 500, durationMicros());
        assertThat((long) lock.get("at")).isBetween(0L, durationMicros());
    }

    private long durationMicros() {
        return PointTime.epochMicros(point("wsgi-stop").timestamp())
                - PointTime.epochMicros(point("wsgi-start").timestamp());
    }

    @Test
    void ofAFailedRequestNothingComesAfterItsEnd() throws InterruptedException {
        whole();
        sink = new KeepingAll(new CollectingSink());

        request(new IllegalStateException("no"));
        request(null);

        awaitLate();
        assertThat(sink.points().stream().filter(point -> point.name().equals(LATE)))
                .hasSize(1);
    }

    /** The first request may be over before anybody listens. */
    private Map<?, ?> whole() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            sink = new KeepingAll(new CollectingSink());
            request(null);
            if (awaitLate() instanceof Map<?, ?> told && Boolean.TRUE.equals(told.get("whole"))) {
                return told;
            }
        }
        throw new AssertionError("nothing whole was told");
    }

    private TracePoint point(String name) {
        return sink.points().stream()
                .filter(point -> point.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Object awaitLate() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (sink.points().stream().noneMatch(point -> point.name().equals(LATE)) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return point(LATE).info().get("jvm");
    }

    private static Map<?, ?> eventOf(String cause, Map<?, ?> told) {
        return ((List<?>) told.get("events"))
                .stream()
                        .map(Map.class::cast)
                        .filter(event -> event.get("cause").equals(cause))
                        .findFirst()
                        .orElseThrow();
    }

    private void request(RuntimeException failure) throws InterruptedException {
        Profiler profiler = Profiler.create(
                sink,
                new Origin("host", "project", "service"),
                ArgumentCapture.disabled(),
                TraceLimits.defaults(),
                Insight.NONE
                        .withSamples(new SampleSettings(true, false, SampleSettings.DEFAULT_PERIOD))
                        .withJvmEvents()
                        .withVirtualThreads());
        TraceContext context =
                new TraceContext("base", "base", "key", Allowance.UNLIMITED.sampled(SampleSettings.DEFAULT_PERIOD));
        try (ProfiledScope scope = profiler.open(context)) {
            Span span = profiler.start("wsgi");
            profiler.trace("work", WitnessedRequestTest::waitForMonitor);
            if (failure == null) {
                span.stop();
            } else {
                span.stop(failure);
            }
        }
    }

    private static void waitForMonitor() throws InterruptedException {
        Object monitor = new Object();
        Thread waiting = Thread.currentThread();
        CountDownLatch held = new CountDownLatch(1);
        Thread holder = new Thread(() -> {
            synchronized (monitor) {
                held.countDown();
                try {
                    while (waiting.getState() != Thread.State.BLOCKED) {
                        TimeUnit.MILLISECONDS.sleep(1);
                    }
                    TimeUnit.MILLISECONDS.sleep(HELD_MILLIS);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        holder.start();
        held.await();
        synchronized (monitor) {
            holder.join();
        }
    }
}
