// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.concurrent.atomic.AtomicLong;

/** A number of things that may still be recorded, handed out in portions that get smaller towards the end. Thread-safe. */
final class Allotment {

    private static final long LARGEST_PORTION = 64;
    private static final int SHARERS = 8;

    private final AtomicLong left;

    Allotment(long all) {
        this.left = new AtomicLong(all);
    }

    /** Some of what is left, of which threads that share it leave something to each other; 0 if nothing is. */
    int takePortion() {
        long available = left.get();
        while (available > 0) {
            long portion = Math.max(1, Math.min(LARGEST_PORTION, available / SHARERS));
            if (left.compareAndSet(available, available - portion)) {
                return (int) portion;
            }
            available = left.get();
        }
        return 0;
    }

    /** Takes as many as are wanted, or none if there are less. */
    boolean take(long wanted) {
        long available = left.get();
        while (available >= wanted) {
            if (left.compareAndSet(available, available - wanted)) {
                return true;
            }
            available = left.get();
        }
        return false;
    }

    void giveBack(long unused) {
        left.addAndGet(unused);
    }

    /** Nothing is left, whatever is given back. */
    void close() {
        left.set(Long.MIN_VALUE / 2);
    }

    long left() {
        return left.get();
    }
}
