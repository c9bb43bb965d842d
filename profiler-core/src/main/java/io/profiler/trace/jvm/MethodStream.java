// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingStream;

/** Has the JVM tell each call of some methods, from its start until it is closed. Whatever it throws is for the caller to bear. */
final class MethodStream implements ListeningStream {

    private static final String CALL = "jdk.MethodTrace";

    /** The first take their time. */
    private static final int FIRST_TICKS = 8;

    private final RecorderClock clock = new RecorderClock();
    private final RecordingStream stream = new RecordingStream();
    private final StreamProgress progress = new StreamProgress(stream);
    private final KnownThreads threads = new KnownThreads(progress);
    private final List<MethodPattern> patterns;
    private final LongPredicate isFollowed;
    private final Consumer<MethodCall> listener;

    /**
     * @param isFollowed whether a thread is one of those whose calls are wanted
     * @param listener called on the recorder's own thread, up to some seconds after the call
     */
    MethodStream(List<MethodPattern> patterns, LongPredicate isFollowed, Consumer<MethodCall> listener) {
        this.patterns = patterns;
        this.isFollowed = isFollowed;
        this.listener = listener;
        stream.enable(CALL)
                .with("filter", patterns.stream().map(MethodPattern::filter).collect(Collectors.joining(";")))
                .withoutStackTrace();
        stream.onEvent(RecorderClock.EVENT, clock::read);
        stream.onEvent(CALL, this::read);
        RecorderSession.start(stream);
        for (int tick = 0; tick < FIRST_TICKS; tick++) {
            RecorderClock.tick(null);
        }
    }

    @Override
    public StreamProgress progress() {
        return progress;
    }

    @Override
    public KnownThreads threads() {
        return threads;
    }

    private void read(RecordedEvent event) {
        RecordedThread thread = event.getThread();
        if (thread == null || !isFollowed.test(thread.getJavaThreadId())) {
            return;
        }
        RecordedMethod method = event.getValue("method");
        String type = method.getType().getName();
        if (patterns.stream().noneMatch(pattern -> pattern.mayMatch(type, method.getName()))) {
            return;
        }
        if (!clock.isKnown()) {
            progress.lost();
            return;
        }
        listener.accept(new MethodCall(
                type + '.' + method.getName(),
                thread.getJavaThreadId(),
                clock.nanoTime(RecordedEvents.epochNanos(event.getStartTime())),
                event.getDuration().toNanos()));
    }

    @Override
    public void close() {
        stream.close();
    }
}
