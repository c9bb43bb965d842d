// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.flight;

import java.util.concurrent.atomic.AtomicLong;

/** Room on the heap for all requests that are recorded. Thread-safe. */
final class FlightRoom {

    private final long bytes;
    private final AtomicLong taken = new AtomicLong();

    FlightRoom(long bytes) {
        this.bytes = bytes;
    }

    boolean take(long more) {
        if (taken.addAndGet(more) <= bytes) {
            return true;
        }
        giveBack(more);
        return false;
    }

    void giveBack(long fewer) {
        taken.addAndGet(-fewer);
    }

    boolean isHalfFull() {
        return taken.get() > bytes / 2;
    }

    long taken() {
        return taken.get();
    }
}
