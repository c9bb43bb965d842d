// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import io.profiler.test.NoContextLeft;
import io.profiler.trace.jvm.SpanEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Spans of profiled requests in a recording that somebody else makes of the JVM. */
@ExtendWith(NoContextLeft.class)
class RecordedSpansTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SPAN = "io.profiler.Span";
    private static final String WAITED = "jdk.JavaMonitorEnter";
    private static final String SLEPT = "jdk.ThreadSleep";
    private static final String BASE = "0b6bd0ca-9b27-4d9a-a5ae-7a2a3b6f8c55";
    private static final String CALLER = "1c7ce1db-ac38-4eab-b6bf-8b3b4c709d66";

    private final CollectingSink sink = new CollectingSink();
    private final Profiler profiler =
            Profiler.create(sink, new Origin("host", "project", "shop"), ArgumentCapture.disabled());
    private final Recording recording = new Recording();
    private final Object monitor = new Object();

    @TempDir
    private Path folder;

    @BeforeEach
    void record() throws InterruptedException {
        for (String name : List.of(WAITED, SLEPT)) {
            recording.enable(name).withThreshold(Duration.ZERO);
        }
        recording.start();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (SpanEvents.wanted() == null && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @AfterEach
    void close() {
        recording.close();
    }

    @Test
    void eachStretchOfAThreadInASpanIsAnEvent() throws Exception {
        request();

        List<RecordedEvent> events = RecordingFile.readAllEvents(dump());
        RecordedEvent top = event(events, "wsgi", "main");
        RecordedEvent work = event(events, "work", "main");
        RecordedEvent carried = event(events, "work", "other");
        RecordedEvent below = event(events, "below", "other");
        TracePoint ofWork = point("work-start");
        for (RecordedEvent event : List.of(work, carried)) {
            assertThat(event.getString("baseId")).isEqualTo(BASE);
            assertThat(event.getString("traceId")).isEqualTo(ofWork.traceId());
            assertThat(event.getString("parentId")).isEqualTo(ofWork.parentId());
            assertThat(event.getString("service")).isEqualTo("shop");
            assertThat(event.getStackTrace()).isNull();
        }
        assertThat(top.getString("parentId")).isEqualTo(CALLER);
        assertThat(below.getString("traceId")).isEqualTo(point("below-start").traceId());
        assertThat(below.getString("parentId")).isEqualTo(ofWork.traceId());
        assertThat(events).filteredOn(RecordedSpansTest::isSpan).hasSize(4);
        assertInside(work, top);
        assertInside(below, carried);
        assertInside(event(events, WAITED), work);
    }

    private static void assertInside(RecordedEvent inner, RecordedEvent outer) {
        assertThat(inner.getThread().getId()).isEqualTo(outer.getThread().getId());
        assertThat(inner.getStartTime()).isAfterOrEqualTo(outer.getStartTime());
        assertThat(inner.getEndTime()).isBeforeOrEqualTo(outer.getEndTime());
    }

    @Test
    void whoWantsNoneHasNone() throws Exception {
        recording.disable(SPAN);

        assertThat(SpanEvents.wanted()).isNull();
        request();

        assertThat(RecordingFile.readAllEvents(dump())).isNotEmpty().noneMatch(RecordedSpansTest::isSpan);
    }

    @Test
    @EnabledForJreRange(minVersion = 25)
    void whatAThreadWaitedForNamesItsSpan() throws Exception {
        request();

        assertThat(printed(WAITED))
                .contains(
                        "Context: Span.name = \"wsgi\"",
                        "Context: Span.baseId = \"" + BASE + '"',
                        "Context: Span.traceId = \"" + point("work-start").traceId() + '"');
    }

    @Test
    @EnabledForJreRange(minVersion = 25)
    void alsoOfVirtualThreads() throws Exception {
        Thread virtual = (Thread)
                Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, (Runnable)
                        () -> profile(RecordedSpansTest::sleep));
        virtual.join();

        assertThat(printed(SLEPT))
                .contains("Context: Span.traceId = \"" + point("work-start").traceId() + '"');
    }

    private String printed(String events) throws IOException, InterruptedException {
        Path output = folder.resolve("printed");
        Process jfr = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jfr").toString(),
                        "print",
                        "--events",
                        events,
                        dump().toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(jfr.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            return Files.readString(output);
        } finally {
            jfr.destroyForcibly();
        }
    }

    /** Waits for a monitor in one span, and has a span below it on another thread. */
    private void request() {
        profile(() -> {
            waitForMonitor();
            TracePosition position = TracePosition.current();
            join(new Thread(() -> position.run(() -> profiler.trace("below", RecordedSpansTest::sleep)), "other"));
        });
    }

    private void profile(Runnable work) {
        try (ProfiledScope scope = profiler.open(new TraceContext(BASE, CALLER, "key"))) {
            Span top = profiler.start("wsgi");
            profiler.trace("work", work::run);
            top.stop();
        }
    }

    private void waitForMonitor() {
        Thread waiting = Thread.currentThread();
        CountDownLatch held = new CountDownLatch(1);
        Thread holder = new Thread(() -> {
            synchronized (monitor) {
                held.countDown();
                while (waiting.getState() != Thread.State.BLOCKED) {
                    Thread.onSpinWait();
                }
                sleep();
            }
        });
        holder.start();
        try {
            held.await();
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
        synchronized (monitor) {
            monitor.notifyAll();
        }
    }

    private static void join(Thread thread) {
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Path dump() throws IOException {
        recording.stop();
        Path file = folder.resolve("recording.jfr");
        recording.dump(file);
        return file;
    }

    private static boolean isSpan(RecordedEvent event) {
        return event.getEventType().getName().equals(SPAN);
    }

    private static RecordedEvent event(List<RecordedEvent> events, String span, String thread) {
        return events.stream()
                .filter(RecordedSpansTest::isSpan)
                .filter(event -> event.getString("name").equals(span))
                .filter(event -> event.getThread().getJavaName().equals(thread))
                .findFirst()
                .orElseThrow();
    }

    private static RecordedEvent event(List<RecordedEvent> events, String type) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals(type))
                .filter(event -> event.getThread().getJavaName().equals("main"))
                .findFirst()
                .orElseThrow();
    }

    private TracePoint point(String name) {
        return sink.points().stream()
                .filter(point -> point.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
