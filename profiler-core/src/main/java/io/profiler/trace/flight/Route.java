// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.flight;

import java.util.concurrent.atomic.AtomicLong;

/** What is known of the requests of one route. Thread-safe. */
final class Route {

    /** In a minute, so that their number has room beside it. */
    static final int MOST_TAKEN = 1_000_000;

    private static final int COUNT_BITS = 20;
    private static final long COUNT = (1L << COUNT_BITS) - 1;

    private final String name;
    private final RouteTimes times = new RouteTimes();

    /** A minute, and how many were taken in it. */
    private final AtomicLong taken = new AtomicLong();

    Route(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    RouteTimes times() {
        return times;
    }

    /** Whether another request is one of those that are taken in a minute. */
    boolean takeIn(long minute, int most) {
        while (true) {
            long last = taken.get();
            long count = last >>> COUNT_BITS == minute ? last & COUNT : 0;
            if (count >= most) {
                return false;
            }
            if (taken.compareAndSet(last, minute << COUNT_BITS | count + 1)) {
                return true;
            }
        }
    }
}
