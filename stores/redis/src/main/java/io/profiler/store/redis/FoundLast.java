// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was found not long ago by looking at all keys. One looks at a time; who asks meanwhile is told what was found before
 * that, and waits only if there is nothing. Thread-safe.
 *
 * @param <T> what is looked for
 */
final class FoundLast<T> {

    private static final long LEAST_FRESH_NANOS = Duration.ofSeconds(10).toNanos();

    /** So that looking takes no more than a hundredth of the time, however many keys there are. */
    private static final int FRESH_PER_LOOK = 100;

    private record Snapshot<T>(T found, int most, long keys, long madeNanos, long freshNanos) {

        /** Another set of keys may hold other traces; of the same, only some may have become longer. */
        boolean serves(long keys, long nanos) {
            return this.keys == keys || nanos - madeNanos < freshNanos;
        }
    }

    private final ReentrantLock looking = new ReentrantLock();
    private final LongSupplier nanoTime;
    private volatile @Nullable Snapshot<T> last;

    FoundLast() {
        this(System::nanoTime);
    }

    FoundLast(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * What was found, or is found now.
     *
     * @param most how many are wanted
     * @param keys how many keys there are
     * @param look finds them
     */
    T find(int most, long keys, Supplier<T> look) {
        Snapshot<T> known = known(most);
        if (known != null && (known.serves(keys, nanoTime.getAsLong()) || !looking.tryLock())) {
            return known.found();
        }
        if (known == null) {
            looking.lock();
        }
        try {
            Snapshot<T> meanwhile = known(most);
            return meanwhile != null && meanwhile.serves(keys, nanoTime.getAsLong())
                    ? meanwhile.found()
                    : look(most, keys, look);
        } finally {
            looking.unlock();
        }
    }

    private @Nullable Snapshot<T> known(int most) {
        Snapshot<T> known = last;
        return known != null && known.most() == most ? known : null;
    }

    private T look(int most, long keys, Supplier<T> look) {
        long begunNanos = nanoTime.getAsLong();
        T found = look.get();
        long madeNanos = nanoTime.getAsLong();
        long freshNanos = Math.max(LEAST_FRESH_NANOS, FRESH_PER_LOOK * (madeNanos - begunNanos));
        last = new Snapshot<>(found, most, keys, madeNanos, freshNanos);
        return found;
    }
}
