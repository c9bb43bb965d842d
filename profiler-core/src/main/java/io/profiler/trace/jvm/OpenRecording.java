// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import java.util.function.Consumer;
import jdk.jfr.consumer.RecordingStream;

/** A recording of ours that goes on, with what is needed to tell when and whose its events are; until it is closed. */
final class OpenRecording implements AutoCloseable {

    private final RecordingStream stream = new RecordingStream();
    private final RecorderClock clock = new RecorderClock();
    private final StreamProgress progress;
    private final KnownThreads threads;

    private OpenRecording() {
        try {
            progress = new StreamProgress(stream);
            threads = new KnownThreads(progress);
            stream.onEvent(RecorderClock.EVENT, clock::read);
        } catch (Throwable fault) {
            stream.close();
            throw fault;
        }
    }

    /**
     * Begins one; takes up to some seconds the first time. Where that fails half way, nothing stays open.
     *
     * @param enabling what it records, and who is told: perhaps before this returns
     */
    static OpenRecording open(Consumer<OpenRecording> enabling) {
        OpenRecording recording = new OpenRecording();
        try {
            enabling.accept(recording);
            recording.stream.startAsync();
            RecorderClock.tickOften();
            return recording;
        } catch (Throwable fault) {
            recording.close();
            throw fault;
        }
    }

    RecordingStream stream() {
        return stream;
    }

    StreamProgress progress() {
        return progress;
    }

    KnownThreads threads() {
        return threads;
    }

    RecorderClock clock() {
        return clock;
    }

    @Override
    public void close() {
        stream.close();
    }
}
