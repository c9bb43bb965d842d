// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Calls of one request, of which the longest are kept, and all are counted. Thread-safe. */
final class LongestCalls {

    private final int most;
    private final PriorityQueue<PlacedCall> shortestFirst =
            new PriorityQueue<>(Comparator.comparingLong(placed -> placed.call().nanos()));
    private long heard;

    LongestCalls(int most) {
        this.most = most;
    }

    synchronized void add(PlacedCall call) {
        heard++;
        if (shortestFirst.size() == most) {
            if (shortestFirst.element().call().nanos() >= call.call().nanos()) {
                return;
            }
            shortestFirst.remove();
        }
        shortestFirst.add(call);
    }

    synchronized int kept() {
        return shortestFirst.size();
    }

    synchronized long heard() {
        return heard;
    }

    /** The longest of those that are kept, in the order in which they began, the outer before the inner ones. */
    synchronized List<PlacedCall> longest(int atMost) {
        Comparator<PlacedCall> byLength =
                Comparator.comparingLong(placed -> placed.call().nanos());
        return shortestFirst.stream()
                .sorted(byLength.reversed())
                .limit(atMost)
                .sorted(Comparator.comparingLong((PlacedCall placed) -> placed.around()
                                .trace
                                .clock
                                .elapsedNanosAt(placed.call().startNanos()))
                        .thenComparing(byLength.reversed()))
                .toList();
    }
}
