// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What takes much memory is done for few requests at a time; the others wait, but not for long. */
final class Turns {

    /** More would keep threads from the requests of others. */
    private static final int MOST_WAITING = 4;

    private final Semaphore turns;
    private final Semaphore places;
    private final long mostNanos;
    private final String busy;

    /**
     * @param atOnce for how many requests it is done
     * @param most how long anybody waits for his turn
     * @param busy what to tell whom it did not come to
     */
    Turns(int atOnce, Duration most, String busy) {
        this.turns = new Semaphore(atOnce, true);
        this.places = new Semaphore(atOnce + MOST_WAITING);
        this.mostNanos = most.toNanos();
        this.busy = busy;
    }

    /**
     * @throws BusyException if it did not come to its turn
     */
    <T> T run(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw new BusyException(busy);
        }
        try {
            return inTurn(work);
        } finally {
            places.release();
        }
    }

    private <T> T inTurn(Supplier<T> work) {
        await();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private void await() {
        try {
            if (!turns.tryAcquire(mostNanos, TimeUnit.NANOSECONDS)) {
                throw new BusyException(busy);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BusyException(busy);
        }
    }
}
