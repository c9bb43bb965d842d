// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest events, of which no more than a number are kept. Thread-safe. */
final class RecentEvents {

    private final int most;
    private final Deque<JvmEvent> events = new ArrayDeque<>();
    private boolean lost;
    private long lostUntilNanos;

    RecentEvents(int most) {
        this.most = most;
    }

    synchronized void add(JvmEvent event) {
        if (events.size() == most) {
            lostUntilNanos = events.removeFirst().endNanos();
            lost = true;
        }
        events.addLast(event);
    }

    /** Those that were going on in a time. */
    synchronized List<JvmEvent> during(long fromNanos, long toNanos) {
        return events.stream()
                .filter(event -> event.endNanos() - fromNanos > 0 && event.startNanos() - toNanos < 0)
                .toList();
    }

    /** Whether one that was still going on at a time had to make room. */
    synchronized boolean isLostSince(long nanos) {
        return lost && lostUntilNanos - nanos > 0;
    }

    synchronized void clear() {
        events.clear();
    }
}
