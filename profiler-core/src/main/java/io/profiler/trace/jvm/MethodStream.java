// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import java.util.Set;
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

    /** There is no such class: to disable the event would leave its methods as they are. */
    private static final String NOTHING = "io.profiler.trace.jvm.NoSuchClass";

    private final OpenRecording recording;
    private final MethodFilters filters;
    private final LongPredicate isFollowed;
    private final Consumer<MethodCall> listener;
    private final CallRate asked;
    private final CallRate own;
    private volatile Set<MethodPattern> told = Set.of();

    /**
     * @param filters which methods; others may want others meanwhile
     * @param isFollowed whether a thread is one of those whose calls are wanted
     * @param listener called on the recorder's own thread, up to some seconds after the call
     * @param asked told of calls that only requests asked for
     * @param own told of all others
     */
    MethodStream(
            MethodFilters filters,
            LongPredicate isFollowed,
            Consumer<MethodCall> listener,
            CallRate asked,
            CallRate own) {
        this.filters = filters;
        this.isFollowed = isFollowed;
        this.listener = listener;
        this.asked = asked;
        this.own = own;
        this.recording = OpenRecording.open(this::listen);
    }

    private void listen(OpenRecording opening) {
        RecordingStream stream = opening.stream();
        stream.setOrdered(false);
        stream.onFlush(asked::flushed);
        stream.onFlush(own::flushed);
        stream.onEvent(CALL, event -> read(event, opening));
        update(stream);
    }

    @Override
    public StreamProgress progress() {
        return recording.progress();
    }

    @Override
    public KnownThreads threads() {
        return recording.threads();
    }

    /** Has the JVM tell what is wanted now, and nothing else any more, which changes the code of these methods. */
    void update() {
        update(recording.stream());
    }

    private void update(RecordingStream stream) {
        Set<MethodPattern> wanted = filters.all();
        if (!wanted.equals(told)) {
            enable(wanted, stream);
            told = wanted;
        }
        filters.told(wanted, System.nanoTime());
    }

    private static void enable(Set<MethodPattern> wanted, RecordingStream stream) {
        String filter = wanted.isEmpty()
                ? NOTHING
                : wanted.stream().map(MethodPattern::filter).collect(Collectors.joining(";"));
        stream.enable(CALL).with("filter", filter).withoutStackTrace();
    }

    @Override
    public void check() {
        filters.forgetIdle(System.nanoTime());
        update();
    }

    private void read(RecordedEvent event, OpenRecording from) {
        RecordedMethod method = event.getValue("method");
        String function = method.getType().getName() + '.' + method.getName();
        Set<MethodPattern> present = told;
        boolean isAsked = filters.areAnyAsked(present) && filters.isOnlyAsked(function, present);
        (isAsked ? asked : own).called();
        RecordedThread thread = event.getThread();
        if (thread == null || !isFollowed.test(thread.getJavaThreadId())) {
            return;
        }
        if (!from.clock().isKnown()) {
            from.progress().lost();
            return;
        }
        listener.accept(new MethodCall(
                function,
                thread.getJavaThreadId(),
                from.clock().nanoTime(RecordedEvents.epochNanos(event.getStartTime())),
                event.getDuration().toNanos()));
    }

    @Override
    public void close() {
        recording.close();
    }
}
