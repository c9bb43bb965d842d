// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What happened in an observation, and when; the first ones of very many. */
final class ObservedEvents {

    private static final int MOST = 100;

    private final long startedAtNanos = System.nanoTime();
    private final List<Map<String, Object>> events = new ArrayList<>();

    synchronized void add(String name) {
        if (events.size() < MOST) {
            long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - startedAtNanos);
            events.add(Map.of("name", name, "micros", micros));
        }
    }

    synchronized List<Map<String, Object>> list() {
        return List.copyOf(events);
    }
}
