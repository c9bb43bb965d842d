// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import io.profiler.sample.model.QueueId;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets threads that do the same with a queue take turns. The database lets only one of them have it anyway, in whatever
 * process they are; here the others wait instead of trying in vain.
 */
final class QueueTurns {

    private static final int LOCKS = 64;

    private final Lock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(Lock[]::new);

    /** Does some work in a turn of this thread. */
    <T> T take(QueueId queue, Supplier<T> work) {
        Lock lock = locks[Math.floorMod(queue.hashCode(), LOCKS)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
