// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

/** Has a stream tell whose its events are: of a virtual thread it need not know, unless something is new. Thread-safe. */
final class KnownThreads {

    private final FreshClasses freshClasses = new FreshClasses();
    private final StreamProgress progress;

    KnownThreads(StreamProgress progress) {
        this.progress = progress;
    }

    /** Ticks, and makes the present thread known, as somebody will want to know of what it does from now on. */
    void tick() {
        boolean isVirtual = CurrentThread.isVirtual();
        Class<?> fresh = isVirtual ? freshClasses.take() : null;
        if (isVirtual && fresh == null) {
            progress.lost();
        }
        RecorderClock.tick(fresh);
    }

    /** Makes up for what was used. */
    void refill() {
        freshClasses.refill();
    }
}
