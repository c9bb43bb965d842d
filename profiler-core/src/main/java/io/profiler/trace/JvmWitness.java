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
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** What the JVM tells of one request: asked for when it ends, and stored in a point of its own once it is known. Thread-safe. */
final class JvmWitness {

    private final JvmEvents events;
    private final Queue<Timeline> timelines = new ConcurrentLinkedQueue<>();

    JvmWitness(JvmEvents events) {
        this.events = events;
        events.want();
    }

    /** The present thread works for the request. */
    void follow(Timeline timeline) {
        timelines.add(timeline);
        events.follow();
    }

    /**
     * The request is over. Nothing is told of one that failed: OSprofiler would take what comes last for its end, and overlook
     * the error.
     */
    void ended(RecordedSpan top, long elapsedNanos) {
        if (!top.hasFailed()) {
            long openedAt = top.trace.openedAtNanos();
            events.tell(openedAt, openedAt + elapsedNanos, told -> store(told, top, elapsedNanos));
        }
    }

    private void store(Told told, RecordedSpan top, long elapsedNanos) {
        Map<String, @Nullable Object> info = stretches(told, top.trace).toInfo(top.trace.openedAtNanos(), told.whole());
        LateChunk.handOver(
                SpanPoints.of(top, JvmReport.nameFor(top.name()), Map.of(JvmReport.MEMBER, info), elapsedNanos),
                top.trace.sink);
    }

    private Stretches stretches(Told told, ActiveTrace trace) {
        Stretches stretches = new Stretches();
        told.events().stream()
                .sorted(Comparator.comparingLong(event -> event.startNanos() - trace.openedAtNanos()))
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
        for (Timeline timeline : timelines) {
            if (timeline.threadId == event.threadId()) {
                int entry = timeline.at(event.startNanos() + event.nanos() / 2);
                RecordedSpan span = entry < 0 ? null : timeline.span(entry);
                if (span != null) {
                    return span;
                }
            }
        }
        return null;
    }
}
