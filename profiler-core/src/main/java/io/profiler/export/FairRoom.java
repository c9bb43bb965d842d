// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Room for a number of something, shared by traces. While half of it is free, whoever comes gets what he asks for; of the
 * other half no trace gets more than it leaves to all others, but for a least share. So one that floods it has little more
 * than a half, the next one half of the rest, and whoever is new finds room.
 */
final class FairRoom {

    private final long capacity;
    private final long leastShare;
    private final AtomicLong taken;

    FairRoom(long capacity, long leastShare) {
        this(capacity, leastShare, new AtomicLong());
    }

    private FairRoom(long capacity, long leastShare, AtomicLong taken) {
        this.capacity = capacity;
        this.leastShare = leastShare;
        this.taken = taken;
    }

    /** The same room with some more in it, for those who may use that. */
    FairRoom with(long more) {
        return new FairRoom(capacity > Long.MAX_VALUE - more ? capacity : capacity + more, leastShare, taken);
    }

    /**
     * Takes room, if there is some for that trace.
     *
     * @param held what the trace has already
     */
    boolean take(long amount, long held) {
        if (isFor(amount, held, taken.addAndGet(amount))) {
            return true;
        }
        giveBack(amount);
        return false;
    }

    /** Whether it would be taken now. */
    boolean isFree(long amount, long held) {
        return isFor(amount, held, taken.get() + amount);
    }

    private boolean isFor(long amount, long held, long takenThen) {
        return takenThen <= capacity
                && (takenThen <= capacity / 2 || held + amount <= Math.max(leastShare, capacity - takenThen));
    }

    boolean isHalfFull() {
        return taken.get() > capacity / 2;
    }

    void giveBack(long amount) {
        taken.addAndGet(-amount);
    }
}
