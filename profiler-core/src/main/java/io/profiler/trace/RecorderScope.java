// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.internal.OccasionalLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

final class RecorderScope implements ProfiledScope {

    private static final OccasionalLog log = new OccasionalLog(LoggerFactory.getLogger(Profiler.class));

    private final Thread thread = Thread.currentThread();
    private final Recorder recorder;
    private final @Nullable Recorder previous;
    private volatile TracePosition position;
    private volatile boolean closed;

    private RecorderScope(Recorder recorder, @Nullable Recorder previous) {
        this.recorder = recorder;
        this.previous = previous;
        this.position = recorder.position();
    }

    /** Makes a recorder the thread's until the scope is closed. */
    static RecorderScope of(Recorder recorder) {
        RecorderScope scope = new RecorderScope(recorder, CurrentRecorder.get());
        CurrentRecorder.replace(recorder);
        return scope;
    }

    @Override
    public ProfiledScope resume() {
        return of(CurrentRecorder.at(position));
    }

    @Override
    public void endsLater() {
        recorder.trace.endsLater();
    }

    @Override
    public void end() {
        recorder.trace.end();
    }

    @Nullable
    Recorder previous() {
        return previous;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            leave();
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    private void leave() {
        Recorder present = Thread.currentThread() == thread ? CurrentRecorder.of(recorder.trace) : null;
        position = (present == null ? recorder : present).position();
        if (present != null) {
            CurrentRecorder.replace(previous);
        } else if (!recorder.isOver()) {
            recorder.closeElsewhere(this);
            log.warn("A profiled scope was closed on another thread than its own, or before one that is inside it");
        }
    }
}
