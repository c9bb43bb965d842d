// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import io.profiler.test.NoContextLeft;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What spans say that the JVM has counted. */
@ExtendWith(NoContextLeft.class)
class SpanCountersTest {

    private static final int LEAST_BURNT_MICROS = 10_000;
    private static final int SIZE = 1 << 20;

    /** What the first of everything may take beside: classes that are loaded, and the profiler's own. */
    private static final int COLD = SIZE - 1;

    private final CollectingSink sink = new CollectingSink();
    private Profiler profiler = profiler(Insight.NONE.withCounters().withVirtualThreads());
    private volatile Object made = this;

    @Test
    void aSpanTellsWhatItsThreadAllocated() {
        inTrace(() -> {
            Span outer = profiler.start("outer");
            made = new byte[SIZE];
            Span inner = profiler.start("inner");
            made = new byte[2 * SIZE];
            inner.stop(Map.of("rows", 3));
            profiler.start("empty").stop();
            outer.stop();
        });

        assertThat(allocated("inner")).isBetween(2L * SIZE, 2L * SIZE + COLD);
        assertThat(allocated("outer")).isBetween(3L * SIZE, 3L * SIZE + COLD);
        assertThat(allocated("empty")).isBetween(0L, (long) COLD);
        assertThat(sink.point("inner-stop").info()).containsOnlyKeys("rows", "alloc", "host");
    }

    @Test
    void theRequestAndLayersTellTheirProcessorTime() {
        inTrace(() -> {
            Span request = profiler.start("wsgi");
            Span layer = profiler.start("service");
            profiler.start("db").stop();
            layer.stop();
            request.stop();
        });

        assertThat(sink.point("wsgi-stop").info()).containsOnlyKeys("alloc", "cpu", "host");
        assertThat(sink.point("service-stop").info()).containsOnlyKeys("alloc", "cpu", "host");
        assertThat(sink.point("db-stop").info()).containsOnlyKeys("alloc", "host");
        assertThat((Integer) sink.point("wsgi-stop").info().get("cpu")).isNotNegative();
    }

    @Test
    void whatEndsOnAnotherThreadTellsNothing() {
        inTrace(() -> {
            Span request = profiler.start("wsgi");
            Span span = profiler.start("service");
            CompletableFuture.runAsync(span::stop).join();
            request.stop();
        });

        assertThat(sink.point("service-stop").info()).containsOnlyKeys("host");
        assertThat(sink.point("wsgi-stop").info()).containsOnlyKeys("alloc", "cpu", "host");
    }

    @Test
    void aRequestOfSeveralThreadsDoesNotTellTheProcessorTimeOfOne() {
        inTrace(() -> {
            Span request = profiler.start("wsgi");
            TracePosition position = TracePosition.current();
            CompletableFuture.runAsync(
                            () -> position.run(() -> profiler.start("service").stop()))
                    .join();
            request.stop();
        });

        assertThat(sink.point("wsgi-stop").info()).containsOnlyKeys("alloc", "host");
        assertThat(sink.point("service-stop").info()).containsOnlyKeys("alloc", "cpu", "host");
    }

    @Test
    void whatIsDetachedTellsNothing() {
        inTrace(() -> {
            Span request = profiler.start("wsgi");
            Span span = profiler.start("service");
            span.detach();
            made = new byte[SIZE];
            span.stop();
            request.stop();
        });

        assertThat(sink.point("service-stop").info()).containsOnlyKeys("host");
        assertThat(allocated("wsgi")).isGreaterThanOrEqualTo(SIZE);
    }

    @Test
    void whatTheThreadHasLeftMeanwhileTellsNothing() {
        inTrace(() -> {
            Span request = profiler.start("wsgi");
            TracePosition position = TracePosition.current();
            TracePosition.set(null);
            made = new byte[SIZE];
            TracePosition.set(position);
            profiler.start("service").stop();
            request.stop();
        });

        assertThat(sink.point("wsgi-stop").info()).containsOnlyKeys("host");
        assertThat(sink.point("service-stop").info()).containsOnlyKeys("alloc", "cpu", "host");
    }

    @Test
    void whatIsAroundASpanThatNeverEndsIsRight() {
        inTrace(() -> {
            Span request = profiler.start("wsgi");
            profiler.start("forgotten");
            made = new byte[SIZE];
            request.stop();
        });

        assertThat(allocated("wsgi")).isBetween((long) SIZE, (long) SIZE + COLD);
    }

    @Test
    void whatIsSettledMayEndWhenTheThreadHasLeft() {
        Span[] request = new Span[1];
        inTrace(() -> {
            request[0] = profiler.start("wsgi");
            made = new byte[SIZE];
            SpanCounters.settle(request[0]);
        });
        made = new byte[SIZE];

        request[0].stop();

        assertThat(allocated("wsgi")).isBetween((long) SIZE, (long) SIZE + COLD);
        assertThat(sink.point("wsgi-stop").info()).containsOnlyKeys("alloc", "cpu", "host");
    }

    @Test
    void whatIsSettledInsideARequestIsNotTheRequestsProcessorTime() {
        Span[] request = new Span[1];
        inTrace(() -> {
            request[0] = profiler.start("wsgi");
            Burning.forAWhile();
            SpanCounters.settle(request[0]);
            SpanCounters.settle(profiler.start("late"));
        });

        request[0].stop();

        assertThat((Integer) sink.point("wsgi-stop").info().get("cpu")).isGreaterThan(LEAST_BURNT_MICROS);
    }

    @Test
    void whatGoesOnAfterItWasSettledTellsNothing() {
        Span[] request = new Span[1];
        inTrace(() -> {
            request[0] = profiler.start("wsgi");
            SpanCounters.settle(request[0]);
        });

        SpanCounters.forget(request[0]);
        request[0].stop();

        assertThat(sink.point("wsgi-stop").info()).containsOnlyKeys("host");
    }

    @Test
    void whereItIsOffNoneTells() {
        profiler = profiler(Insight.NONE.withVirtualThreads());

        inTrace(() -> profiler.start("wsgi").stop());

        assertThat(sink.point("wsgi-stop").info()).containsOnlyKeys("host");
    }

    private long allocated(String name) {
        return (Long) sink.point(name + "-stop").info().getOrDefault("alloc", -1L);
    }

    private void inTrace(Runnable work) {
        try (ProfiledScope scope = profiler.open(new TraceContext("base", "base", "key"))) {
            work.run();
        }
    }

    private Profiler profiler(Insight insight) {
        return Profiler.create(
                sink,
                new Origin("host", "project", "service"),
                ArgumentCapture.disabled(),
                TraceLimits.defaults(),
                insight);
    }
}
