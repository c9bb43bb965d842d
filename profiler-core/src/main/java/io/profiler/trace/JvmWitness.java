// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.point.JvmReport;
import io.profiler.trace.jvm.JvmEvent;
import io.profiler.trace.jvm.JvmEvents;
import io.profiler.trace.jvm.Stretches;
import io.profiler.trace.jvm.Told;
import java.util.Comparator;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What the JVM tells of one request: asked for when it ends, and stored in a point of its own once it is known. Thread-safe. */
final class JvmWitness {

    /** How long a request is waited for that nobody ends. */
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(10);

    /** A thread has another one each time that it is told to go on in the trace. */
    private static final int MOST_COURSES = 4_096;

    private final JvmEvents events;
    private final Openness openness = new Openness();
    private final Map<Long, Queue<SpanCourse>> courses = new ConcurrentHashMap<>();
    private final AtomicInteger followed = new AtomicInteger();
    /** An event that went on when a span at the top ended went on below the next. */
    private final Set<JvmEvent> told = ConcurrentHashMap.newKeySet();

    private volatile boolean forgotten;

    /** Whether the request goes on. */
    private static final class Openness implements BooleanSupplier {

        private final long sinceNanos = System.nanoTime();
        private volatile boolean over;

        @Override
        public boolean getAsBoolean() {
            return !over && System.nanoTime() - sinceNanos < LONGEST_NANOS;
        }
    }

    JvmWitness(JvmEvents events) {
        this.events = events;
        events.want(openness);
    }

    /** Whether it wants to know which spans threads are in. */
    boolean isOpen() {
        return openness.getAsBoolean();
    }

    /** The present thread works for the request. */
    void follow(SpanCourse course) {
        if (isOpen() && followed.incrementAndGet() <= MOST_COURSES) {
            courses.computeIfAbsent(course.threadId, missing -> new ConcurrentLinkedQueue<>())
                    .add(course);
            events.follow();
        }
    }

    /** Whether of some event it may not know whose it is. */
    boolean misses() {
        return forgotten
                || followed.get() > MOST_COURSES
                || courses.values().stream()
                        .anyMatch(ofThread -> ofThread.stream().anyMatch(SpanCourse::isFull));
    }

    /**
     * A span at the top is over. Nothing is told of one that failed: OSprofiler would take what comes last for its end, and overlook
     * the error.
     */
    void tell(TopEnd end) {
        RecordedSpan top = end.span;
        forgotten |= end.elapsedNanos >= LONGEST_NANOS;
        if (!top.hasFailed()) {
            long openedAt = top.trace.clock.openedAtNanos();
            events.tell(
                    openedAt + end.fromNanos,
                    openedAt + end.elapsedNanos,
                    heard -> store(heard, top, end.elapsedNanos));
        }
    }

    /** The request is over. */
    void end() {
        openness.over = true;
    }

    private void store(Told heard, RecordedSpan top, long elapsedNanos) {
        Map<String, @Nullable Object> info = stretches(heard, top.trace)
                .toInfo(top.trace.clock.openedAtNanos(), elapsedNanos, heard.whole() && !misses());
        LateChunk.handOver(
                SpanPoints.of(top, JvmReport.nameFor(top.name()), Map.of(JvmReport.MEMBER, info), elapsedNanos),
                top.trace.sink);
    }

    private Stretches stretches(Told heard, ActiveTrace trace) {
        Stretches stretches = new Stretches();
        heard.events().stream()
                .filter(told::add)
                .sorted(Comparator.comparingLong(event -> event.startNanos() - trace.clock.openedAtNanos()))
                .forEach(event -> add(event, stretches));
        return stretches;
    }

    private void add(JvmEvent event, Stretches stretches) {
        if (event.cause().isOfAllThreads()) {
            stretches.add(event, null);
            return;
        }
        RecordedSpan span = spanOf(event);
        if (span != null) {
            stretches.add(event, span.id());
        }
    }

    /** A thread that waits begins and ends no span meanwhile: the one in the middle is that of all of it. */
    private @Nullable RecordedSpan spanOf(JvmEvent event) {
        Queue<SpanCourse> ofThread = courses.get(event.threadId());
        if (ofThread == null) {
            return null;
        }
        for (SpanCourse course : ofThread) {
            int entry = course.at(event.startNanos() + event.nanos() / 2);
            RecordedSpan span = entry < 0 ? null : course.span(entry);
            if (span != null) {
                return span;
            }
        }
        return null;
    }
}
