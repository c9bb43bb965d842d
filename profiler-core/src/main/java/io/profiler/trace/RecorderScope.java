// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import org.jspecify.annotations.Nullable;

final class RecorderScope implements ProfiledScope {

    private final Recorder recorder;
    private final @Nullable Recorder previous;
    private volatile TracePosition position;

    private RecorderScope(Recorder recorder, @Nullable Recorder previous) {
        this.recorder = recorder;
        this.previous = previous;
        this.position = recorder.position();
    }

    /** Makes a recorder the thread's until the scope is closed. */
    static RecorderScope of(Recorder recorder) {
        RecorderScope scope = new RecorderScope(recorder, Recorder.current());
        Recorder.replace(recorder);
        return scope;
    }

    @Override
    public ProfiledScope resume() {
        return of(Recorder.at(position));
    }

    @Override
    public void close() {
        position = recorder.position();
        Recorder.replace(previous);
    }
}
