// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.profiler.point.TracePoint;
import io.profiler.propagation.TraceContext;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.memory.InMemoryTraceStore;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Origin;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** Whatever becomes of the writer's thread, points go on to be stored, and each is in one count. */
class WriterFaultsTest {

    private static final ExportSettings SETTINGS =
            new ExportSettings(1_000, 100, Duration.ofMillis(20), Duration.ofSeconds(5), Duration.ofMillis(20));

    /** Of three spans, and of what tells of them. */
    private static final int POINTS = 7;

    private final InMemoryTraceStore memory = new InMemoryTraceStore(StoreOptions.defaults());
    private final FaultyStore store = new FaultyStore(memory);
    private final TracePointExporter exporter = new TracePointExporter(store, SETTINGS);
    private final Profiler profiler =
            Profiler.create(exporter, new Origin("host", "demo", "api"), ArgumentCapture.disabled());

    /** What a thread does not get over by itself. */
    enum Fault {
        OUT_OF_MEMORY(() -> new OutOfMemoryError("of a test")),
        STACK_OVERFLOW(StackOverflowError::new),
        DEATH(() -> new Error("as a thread's that is stopped")),
        LINKAGE(() -> new NoClassDefFoundError("of a test"));

        private final Supplier<Error> error;

        Fault(Supplier<Error> error) {
            this.error = error;
        }
    }

    @AfterEach
    void close() {
        exporter.close();
    }

    @ParameterizedTest
    @EnumSource
    void anErrorThatPassesLosesNothing(Fault fault) {
        AtomicInteger left = new AtomicInteger(3);
        store.before = points -> {
            if (left.getAndDecrement() > 0) {
                throw fault.error.get();
            }
        };

        request("first");
        awaitStored(POINTS);
        request("second");
        awaitStored(2 * POINTS);

        assertThat(memory.read("first")).hasSize(POINTS);
        assertThat(memory.read("second")).hasSize(POINTS);
    }

    @ParameterizedTest
    @CsvSource({"3, 1, 0", "1000000, 0, 1"})
    void aPointThatThereIsNoMemoryForIsTriedAgain(int failures, int stored, int dropped) {
        exporter.offer(new LargePoint(new AtomicInteger(failures)));
        request("other");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(exporter.counts())
                        .isEqualTo(new PointCounts(POINTS + stored, 0, 0, 0, dropped, 0, 0)));
    }

    private static final class LargePoint extends OnePoint {

        private final AtomicInteger failures;

        LargePoint(AtomicInteger failures) {
            super("large");
            this.failures = failures;
        }

        @Override
        public TracePoint point(int index) {
            if (failures.getAndDecrement() > 0) {
                throw new OutOfMemoryError("of a test");
            }
            return super.point(index);
        }
    }

    @Test
    void anErrorThatOnePointAlwaysMakesTakesNoOtherWithIt() {
        store.before = points -> {
            if (points.stream().anyMatch(point -> point.baseId().equals("poison"))) {
                throw new StackOverflowError();
            }
        };

        request("before");
        request("poison");
        request("after");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(exporter.counts()).isEqualTo(new PointCounts(2 * POINTS, 0, 0, 0, POINTS, 0, 0)));
        assertThat(memory.read("after")).hasSize(POINTS);
    }

    @Test
    void anInterruptThatAStoreLeavesBehindEndsNothing() {
        store.before = points -> Thread.currentThread().interrupt();

        for (int i = 1; i <= 3; i++) {
            request("trace" + i);
            awaitStored(i * POINTS);
        }
    }

    @Test
    void anInterruptWithAFailureIsNoMoreThanTheFailure() {
        AtomicInteger attempts = new AtomicInteger();
        store.before = points -> {
            Thread.currentThread().interrupt();
            if (attempts.incrementAndGet() < 5) {
                throw new StoreUnavailableException("was interrupted", new InterruptedException());
            }
        };

        request("a");
        awaitStored(POINTS);

        assertThat(attempts).hasValueGreaterThanOrEqualTo(5);
    }

    @Test
    void anInterruptOfAnybodysEndsNothing() {
        request("before");
        awaitStored(POINTS);

        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("profiler-writer"))
                .forEach(Thread::interrupt);
        request("after");

        awaitStored(2 * POINTS);
    }

    @Test
    void aLogThatIsOutOfMemoryEndsNothing() {
        AtomicInteger left = new AtomicInteger(3);
        store.before = points -> {
            if (left.getAndDecrement() > 0) {
                throw new StoreUnavailableException("away", new IllegalStateException());
            }
        };
        FailingAppender appender = new FailingAppender();
        Logger logger = (Logger) LoggerFactory.getLogger("io.profiler.export");
        appender.start();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(appender);
        try {
            request("first");
            awaitStored(POINTS);
            left.set(1);
            request("second");
            awaitStored(2 * POINTS);
        } finally {
            logger.detachAppender(appender);
            logger.setLevel(null);
        }

        assertThat(appender.events).hasPositiveValue();
    }

    private static final class FailingAppender extends AppenderBase<ILoggingEvent> {

        private final AtomicInteger events = new AtomicInteger();

        @Override
        protected void append(ILoggingEvent event) {
            events.incrementAndGet();
            throw new OutOfMemoryError("of a test");
        }
    }

    @Test
    void anExceptionThatNobodyDeclaredCostsItsBatchAlone() {
        store.before = points -> {
            if (points.get(0).baseId().equals("bad")) {
                sneak(new IOException("as Kotlin throws it"));
            }
        };

        request("bad");
        await().untilAsserted(
                        () -> assertThat(exporter.counts().droppedRejected()).isEqualTo(POINTS));
        request("good");

        await().untilAsserted(
                        () -> assertThat(exporter.counts()).isEqualTo(new PointCounts(POINTS, 0, 0, 0, POINTS, 0, 0)));
    }

    @Test
    void closingEndsAWriterThatAlwaysFails() {
        store.before = points -> {
            throw new OutOfMemoryError("of a test");
        };
        request("a");
        await().until(() -> store.attempts.get() > 0);

        exporter.close();

        assertThat(exporter.counts().recorded()).isEqualTo(POINTS);
        assertThat(exporter.counts().waiting()).isZero();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private void request(String baseId) {
        try (ProfiledScope scope = profiler.open(new TraceContext(baseId, baseId, "key"))) {
            for (int i = 0; i < POINTS / 2; i++) {
                profiler.start("span").stop();
            }
        }
    }

    private void awaitStored(int points) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(exporter.counts()).isEqualTo(new PointCounts(points, 0, 0, 0, 0, 0, 0)));
    }
}
