// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import java.util.UUID;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;

/**
 * How far a stream of the flight recorder has come, as the ticks say that it hands over among its events: that it flushes says
 * nothing, as it may be behind. Whether somebody has stopped it, its recording knows. Thread-safe.
 */
final class StreamProgress {

    private static final String LOSS = "jdk.DataLoss";

    /** A setting that nobody reads, by which the recording is known again: the stream has no way to it. */
    private static final String MARK = "stream";

    private final Recording recording;
    private volatile long heardUntilNanos = System.nanoTime();
    private long tickedAtNanos = heardUntilNanos;
    private volatile long lostUntilNanos = System.nanoTime();

    /** Follows a stream that has not started yet. */
    StreamProgress(RecordingStream stream) {
        String mark = UUID.randomUUID().toString();
        stream.enable(RecorderClock.EVENT).with(MARK, mark);
        stream.enable(LOSS);
        stream.onEvent(RecorderClock.EVENT, this::heard);
        stream.onEvent(LOSS, loss -> lost());
        stream.onFlush(this::flushed);
        recording = FlightRecorder.getFlightRecorder().getRecordings().stream()
                .filter(any -> mark.equals(any.getSettings().get(RecorderClock.EVENT + '#' + MARK)))
                .findAny()
                .orElseThrow();
    }

    private void heard(RecordedEvent tick) {
        long nanos = RecorderClock.nanoTimeOf(tick);
        if (nanos - tickedAtNanos > 0) {
            tickedAtNanos = nanos;
        }
    }

    /** Whatever ended before the tick is handed over by now, in any order. */
    private void flushed() {
        heardUntilNanos = tickedAtNanos;
    }

    /** Something that has ended by now is not told. */
    void lost() {
        lostUntilNanos = System.nanoTime();
    }

    /** Whether all is told that has ended by a time. */
    boolean isHeard(long untilNanos) {
        return heardUntilNanos - untilNanos >= 0;
    }

    /** Whether nothing that ended later is lost, as far as it is heard. */
    boolean isWholeSince(long nanos) {
        return lostUntilNanos - nanos < 0;
    }

    /** Whether its recording is over, though others may go on, and their events be told here. */
    boolean hasEnded() {
        return recording.getState() != RecordingState.RUNNING;
    }
}
