// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import java.util.function.Consumer;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;

/** Events of the flight recorder, from its start until it is closed. Whatever it throws is for the caller to bear. */
final class RecorderStream implements ListeningStream {

    private final RecorderClock clock = new RecorderClock();
    private final RecordingStream stream = new RecordingStream();
    private final StreamProgress progress = new StreamProgress(stream);
    private final KnownThreads threads = new KnownThreads(progress);
    private final Consumer<JvmEvent> listener;

    /**
     * Begins to listen; takes up to some seconds the first time.
     *
     * @param listener called on the recorder's own thread, some time after the event
     */
    RecorderStream(Consumer<JvmEvent> listener) {
        this.listener = listener;
        stream.onEvent(RecorderClock.EVENT, clock::read);
        RecordedEvents.names().forEach(this::listen);
        RecorderSession.start(stream);
        RecorderClock.tickOften();
    }

    private void listen(String name) {
        stream.enable(name).withThreshold(RecordedEvents.threshold(name)).withoutStackTrace();
        stream.onEvent(name, this::read);
    }

    /** Events come in the order of their ends: whatever was before the first tick was before anybody was to be told. */
    private void read(RecordedEvent event) {
        JvmEvent read = clock.isKnown() ? RecordedEvents.read(event, clock) : null;
        if (read != null) {
            listener.accept(read);
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

    @Override
    public void close() {
        stream.close();
    }
}
