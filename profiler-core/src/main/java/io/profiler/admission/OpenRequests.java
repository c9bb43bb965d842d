// SPDX-License-Identifier: Apache-2.0
package io.profiler.admission;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The requests that are being profiled, of which one asker has half at the most. A request whose end nobody has told for an
 * hour is forgotten when room is needed. Thread-safe.
 */
final class OpenRequests {

    private static final long FORGOTTEN_AFTER_NANOS = TimeUnit.HOURS.toNanos(1);

    private final int most;
    private final int mostOfOne;
    private final Set<Admitted> open = new LinkedHashSet<>();
    private final Map<String, Integer> byAsker = new HashMap<>();

    /** For those who only look. */
    private volatile boolean empty = true;

    OpenRequests(int most) {
        this.most = most;
        this.mostOfOne = Math.max(1, most / 2);
    }

    synchronized boolean add(Admitted request) {
        boolean room = hasRoom(request);
        while (!room && forgetEldest(request.sinceNanos())) {
            room = hasRoom(request);
        }
        if (room) {
            open.add(request);
            byAsker.merge(request.askedBy(), 1, Integer::sum);
            empty = false;
        }
        return room;
    }

    boolean isEmpty() {
        return empty;
    }

    private boolean hasRoom(Admitted request) {
        return open.size() < most && byAsker.getOrDefault(request.askedBy(), 0) < mostOfOne;
    }

    /** Whether there was one that is forgotten. */
    private boolean forgetEldest(long nowNanos) {
        Iterator<Admitted> eldest = open.iterator();
        if (!eldest.hasNext()) {
            return false;
        }
        Admitted candidate = eldest.next();
        boolean forgotten = nowNanos - candidate.sinceNanos() > FORGOTTEN_AFTER_NANOS;
        if (forgotten) {
            remove(candidate);
        }
        return forgotten;
    }

    /** Does nothing the second time. */
    synchronized void remove(Admitted request) {
        if (open.remove(request)) {
            byAsker.computeIfPresent(request.askedBy(), (asker, count) -> count == 1 ? null : count - 1);
            empty = open.isEmpty();
        }
    }
}
