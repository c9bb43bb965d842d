// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import io.profiler.test.NoContextLeft;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.extension.ExtendWith;

/** Threads that are made in a request, and work for others. */
@EnabledForJreRange(minVersion = 21)
@ExtendWith(NoContextLeft.class)
class InheritedPositionTest {

    private static final TraceContext OTHER = new TraceContext("other", "other", "key");

    private final CollectingSink sink = new CollectingSink();
    private final Profiler profiler = Profiler.create(
            sink,
            new Origin("host", "project", "service"),
            ArgumentCapture.disabled(),
            TraceLimits.defaults(),
            Insight.NONE.withVirtualThreads());

    @Test
    void canBeLeft() throws Exception {
        inRequest(() -> VirtualThreads.run(() -> {
            start("inside");
            InheritedPosition.leave();
            start("outside");
        }));

        assertThat(parents("inside")).containsExactly(sink.point("wsgi-start").traceId());
        assertThat(parents("outside")).isEmpty();
    }

    @Test
    void isNoneThatTheThreadItselfHasGoneTo() throws Exception {
        inRequest(() -> {
            InheritedPosition.leave();
            start("own");
            VirtualThreads.run(() -> {
                try (ProfiledScope scope = profiler.open(OTHER)) {
                    InheritedPosition.leave();
                    start("opened");
                }
                start("inside");
            });
        });

        assertThat(parents("opened")).containsExactly("other");
        assertThat(parents("own")).containsExactly(sink.point("wsgi-start").traceId());
        assertThat(parents("inside")).containsExactly(sink.point("wsgi-start").traceId());
    }

    @Test
    void isNotReturnedToOnceTheRequestIsOver() throws Exception {
        TracePosition elsewhere = elsewhere();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Thread[] late = new Thread[1];
        inRequest(() -> {
            late[0] = VirtualThreads.start(() -> {
                elsewhere.run(() -> {
                    begun.countDown();
                    pass(over);
                    start("elsewhere");
                });
                start("late");
            });
            pass(begun);
        });
        over.countDown();
        late[0].join();

        assertThat(parents("elsewhere")).containsExactly("other");
        assertThat(parents("late")).isEmpty();
        assertThat(sink.openChunks()).isZero();
    }

    @Test
    void isNotThatOfPooledThreads() throws Exception {
        ExecutorService pool = VirtualThreads.pool();
        inRequest(() -> {
            pool.submit(() -> start("first")).get();
            assertThat(pool.submit(TracePosition::current).get()).isNull();
        });
        pool.shutdown();

        assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(parents("first")).isEmpty();
    }

    private TracePosition elsewhere() {
        try (ProfiledScope scope = profiler.open(OTHER)) {
            return TracePosition.current();
        }
    }

    private void inRequest(Profiler.VoidAction<Exception> work) throws Exception {
        try (ProfiledScope scope = profiler.open(new TraceContext("base", "base", "key"))) {
            profiler.trace("wsgi", work);
        }
    }

    private void start(String name) {
        profiler.start(name).stop();
    }

    private List<String> parents(String name) {
        return sink.points().stream()
                .filter(point -> point.name().equals(name + "-start"))
                .map(TracePoint::parentId)
                .toList();
    }

    private static void pass(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
