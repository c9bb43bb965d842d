// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import java.util.function.Consumer;
import jdk.jfr.consumer.RecordedEvent;

/** Events of the flight recorder, from its start until it is closed. Whatever it throws is for the caller to bear. */
final class RecorderStream implements ListeningStream {

    private final OpenRecording recording;
    private final Consumer<JvmEvent> listener;

    /**
     * Begins to listen; takes up to some seconds the first time.
     *
     * @param listener called on the recorder's own thread, some time after the event
     */
    RecorderStream(Consumer<JvmEvent> listener) {
        this.listener = listener;
        this.recording = OpenRecording.open(opening -> RecordedEvents.names().forEach(name -> listen(name, opening)));
    }

    private void listen(String name, OpenRecording opening) {
        opening.stream()
                .enable(name)
                .withThreshold(RecordedEvents.threshold(name))
                .withoutStackTrace();
        opening.stream().onEvent(name, event -> read(event, opening.clock()));
    }

    /** Events come in the order of their ends: whatever was before the first tick was before anybody was to be told. */
    private void read(RecordedEvent event, RecorderClock clock) {
        JvmEvent read = clock.isKnown() ? RecordedEvents.read(event, clock) : null;
        if (read != null) {
            listener.accept(read);
        }
    }

    @Override
    public StreamProgress progress() {
        return recording.progress();
    }

    @Override
    public KnownThreads threads() {
        return recording.threads();
    }

    @Override
    public void close() {
        recording.close();
    }
}
