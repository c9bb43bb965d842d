// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** What takes much memory is done for one request at a time; the others wait, but not for long. */
final class OneByOne {

    /** More would keep threads from the requests of others. */
    private static final int MOST_WAITING = 4;

    private final ReentrantLock turn = new ReentrantLock(true);
    private final long mostNanos;
    private final String busy;

    /**
     * @param most how long anybody waits for his turn
     * @param busy what to tell whom it did not come to
     */
    OneByOne(Duration most, String busy) {
        this.mostNanos = most.toNanos();
        this.busy = busy;
    }

    /**
     * @throws BusyException if it did not come to its turn
     */
    <T> T run(Supplier<T> work) {
        await();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    private void await() {
        try {
            if (turn.getQueueLength() >= MOST_WAITING || !turn.tryLock(mostNanos, TimeUnit.NANOSECONDS)) {
                throw new BusyException(busy);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BusyException(busy);
        }
    }
}
