// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import java.time.Instant;
import java.util.function.Consumer;
import jdk.jfr.consumer.RecordingStream;

/** Events of the flight recorder, from its start until it is closed. Whatever it throws is for the caller to bear. */
final class RecorderStream implements ListeningStream {

    private final RecordingStream stream = new RecordingStream();
    private final StreamProgress progress = new StreamProgress(stream);
    private final KnownThreads threads = new KnownThreads(progress);
    private volatile long nanoTimeAtEpoch = nanoTimeAtEpoch();

    /**
     * Begins to listen; takes up to some seconds the first time.
     *
     * @param listener called on the recorder's own thread, some time after the event
     */
    RecorderStream(Consumer<JvmEvent> listener) {
        RecordedEvents.names()
                .forEach(name -> stream.enable(name)
                        .withThreshold(RecordedEvents.threshold(name))
                        .withoutStackTrace());
        stream.onFlush(() -> nanoTimeAtEpoch = nanoTimeAtEpoch());
        stream.onEvent(event -> {
            JvmEvent read = RecordedEvents.read(event, nanoTimeAtEpoch);
            if (read != null) {
                listener.accept(read);
            }
        });
        RecorderSession.start(stream);
    }

    private static long nanoTimeAtEpoch() {
        return System.nanoTime() - RecordedEvents.epochNanos(Instant.now());
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
