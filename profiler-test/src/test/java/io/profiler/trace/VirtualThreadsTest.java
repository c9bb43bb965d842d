// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.Manifest;
import io.profiler.point.TracePoint;
import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import io.profiler.test.NoContextLeft;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.MDC;

/** Threads that a request starts by itself, which nobody decorates. */
@EnabledForJreRange(minVersion = 21)
@ExtendWith(NoContextLeft.class)
class VirtualThreadsTest {

    private static final Insight COUNTED = Insight.NONE.withCounters().withVirtualThreads();
    private static final int TASKS = 50;

    private final CollectingSink sink = new CollectingSink();
    private final Profiler profiler = profiler(COUNTED);

    @Test
    void goOnWhereTheyWereStarted() throws Exception {
        inRequest(profiler, () -> {
            Thread[] started = new Thread[1];
            profiler.trace(
                    "outer",
                    () -> started[0] = VirtualThreads.start(() -> {
                        work("first");
                        profiler.trace("second", () -> VirtualThreads.run(() -> work("inside")));
                    }));
            profiler.trace("next", () -> started[0].join());
        });

        assertParents(Map.of("first", "outer", "second", "outer", "inside", "second", "next", "wsgi"));
        assertWhole(6);
    }

    @Test
    void goOnInAnExecutorThatIsNoBean() throws Exception {
        Callable<?> task = () -> {
            work("task");
            return null;
        };

        inRequest(
                profiler,
                () -> profiler.trace("outer", () -> VirtualThreads.runInExecutor(Collections.nCopies(TASKS, task))));

        assertThat(starts("task"))
                .hasSize(TASKS)
                .extracting(TracePoint::parentId)
                .containsOnly(id("outer"));
        assertWhole(TASKS + 2);
    }

    @Test
    @EnabledForJreRange(minVersion = 25)
    void goOnInAStructuredScope() throws Exception {
        Runnable deep = () -> work("deep");
        inRequest(
                profiler,
                () -> profiler.trace(
                        "outer",
                        () -> VirtualThreads.runInScope(
                                () -> profiler.trace("left", () -> VirtualThreads.runInScope(deep, deep)),
                                () -> work("right"))));

        assertParents(Map.of("left", "outer", "right", "outer"));
        assertThat(starts("deep")).hasSize(2).extracting(TracePoint::parentId).containsOnly(id("left"));
        assertWhole(6);
    }

    @Test
    void recordNothingThatBeginsAfterTheRequest() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Thread[] late = new Thread[1];
        @Nullable String[] seen = new String[2];
        inRequest(profiler, () -> {
            late[0] = VirtualThreads.start(() -> {
                profiler.trace("meanwhile", () -> {
                    seen[0] = MDC.get("profiler.base_id");
                    begun.countDown();
                    pass(over);
                });
                work("late");
                seen[1] = MDC.get("profiler.base_id") + profiler.context();
            });
            begun.await();
        });
        over.countDown();
        late[0].join();

        assertThat(seen).containsExactly("base", "nullOptional.empty");
        assertThat(starts("late")).isEmpty();
        assertThat(sink.names()).contains("meanwhile-start", "meanwhile-stop");
    }

    /** As a method does that returns a future. */
    @Test
    void goOnWhereTheyWereAfterASpanThatEndsElsewhere() throws Exception {
        inRequest(
                profiler,
                () -> profiler.trace(
                        "outer",
                        () -> VirtualThreads.run(() -> {
                            Span detached = profiler.start("detached");
                            detached.detach();
                            work("after");
                            VirtualThreads.run(detached::stop);
                        })));

        assertParents(Map.of("detached", "outer", "after", "outer"));
        assertWhole(4);
    }

    @Test
    void positionsOfTheirsAreOfUseAfterTheRequest() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Thread[] late = new Thread[1];
        inRequest(profiler, () -> {
            late[0] = VirtualThreads.start(() -> {
                TracePosition position = TracePosition.current();
                begun.countDown();
                pass(over);
                position.run(() -> work("placed"));
                work("late");
            });
            begun.await();
        });
        over.countDown();
        late[0].join();

        assertParents(Map.of("placed", "wsgi"));
        assertThat(starts("late")).isEmpty();
    }

    /** As a reactive one does that has gone on by such a thread: it is at a place of its own there. */
    @Test
    void theRequestEndsOnOneOfThem() throws Exception {
        try (ProfiledScope scope = profiler.open(new TraceContext("base", "base", "key"))) {
            Span request = profiler.start("wsgi");
            TracePosition below = TracePosition.below(request);
            VirtualThreads.run(() -> below.run(request::stop));
        }

        assertWhole(1);
    }

    @Test
    void scopesOfTheirsAreClosedAfterTheRequest() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Thread[] late = new Thread[1];
        inRequest(profiler, () -> {
            late[0] = VirtualThreads.start(() -> {
                try (ProfiledScope scope = profiler.open(new TraceContext("other", "other", "key"))) {
                    begun.countDown();
                    pass(over);
                    work("inside");
                }
                work("late");
            });
            begun.await();
        });
        over.countDown();
        late[0].join();

        assertThat(starts("inside")).hasSize(1);
        assertThat(starts("late")).isEmpty();
        assertThat(sink.openChunks()).isZero();
    }

    @Test
    void recordNothingWhereThatIsSwitchedOff() throws Exception {
        Profiler without = profiler(Insight.NONE.withCounters());

        inRequest(
                without, () -> VirtualThreads.run(() -> without.start("unseen").stop()));

        assertThat(starts("unseen")).isEmpty();
        assertWhole(1);
    }

    @Test
    void platformThreadsAreLeftToWhoeverDecoratesThem() throws Exception {
        inRequest(profiler, () -> {
            Thread thread = new Thread(() -> work("unseen"));
            thread.start();
            thread.join();
        });

        assertThat(starts("unseen")).isEmpty();
    }

    @Test
    void platformThreadsOfVirtualOnesAsWell() throws Exception {
        inRequest(
                profiler,
                () -> VirtualThreads.run(() -> {
                    Thread thread = new Thread(() -> work("unseen"));
                    thread.start();
                    join(thread);
                }));

        assertThat(starts("unseen")).isEmpty();
    }

    /** What nobody stops must not keep its room in the queue. */
    @Test
    void spansThatNobodyStopsAreHandedOver() throws Exception {
        inRequest(profiler, () -> VirtualThreads.run(() -> profiler.start("forgotten")));

        assertThat(starts("forgotten")).hasSize(1);
        assertThat(sink.openChunks()).isZero();
    }

    @Test
    void areLookedAtWhileTheyAreInASpan() throws Exception {
        Profiler looking = profiler(Insight.NONE
                .withSamples(new SampleSettings(true, true, SampleSettings.DEFAULT_PERIOD))
                .withVirtualThreads());

        inRequest(looking, () -> VirtualThreads.run(() -> looking.trace("hot", Burning::forAWhile)));

        assertThat(String.valueOf(sink.point("wsgi-stop").info().get("samples")))
                .contains("span=" + id("hot"), "Burning.forAWhile");
    }

    private static void pass(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
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

    private static void inRequest(Profiler profiler, Profiler.VoidAction<Exception> work) throws Exception {
        try (ProfiledScope scope = profiler.open(new TraceContext("base", "base", "key"))) {
            profiler.trace("wsgi", work);
        }
    }

    private void work(String name) {
        profiler.start(name).stop();
    }

    private void assertParents(Map<String, String> parents) {
        parents.forEach((name, parent) -> assertThat(starts(name))
                .as(name)
                .extracting(TracePoint::parentId)
                .containsExactly(id(parent)));
    }

    private void assertWhole(int spans) {
        assertThat(sink.manifests()).singleElement().extracting(Manifest::spans).isEqualTo((long) spans);
        assertThat(sink.names()).filteredOn(name -> name.endsWith("-start")).hasSize(spans);
        assertThat(sink.openChunks()).isZero();
    }

    private List<TracePoint> starts(String name) {
        return sink.points().stream()
                .filter(point -> point.name().equals(name + "-start"))
                .toList();
    }

    private String id(String name) {
        return starts(name).get(0).traceId();
    }
}
