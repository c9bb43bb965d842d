// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import io.profiler.point.JvmCause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a request's threads spent time on as the JVM tells it, put together for its trace. Not thread-safe. */
public final class Stretches {

    private static final int MOST = 200;

    private final Map<Key, Stretch> open = new HashMap<>();
    private final List<Stretch> all = new ArrayList<>();

    private record Key(JvmCause cause, @Nullable String spanId) {}

    /** None yet. */
    public Stretches() {}

    /**
     * Adds an event.
     *
     * @param event that began no earlier than those before
     * @param spanId of the span that it happened in, null if it happened to all threads
     */
    public void add(JvmEvent event, @Nullable String spanId) {
        Key key = new Key(event.cause(), spanId);
        Stretch last = open.get(key);
        if (last != null && last.goesOnWith(event)) {
            last.add(event);
        } else {
            Stretch next = new Stretch(event, spanId);
            open.put(key, next);
            all.add(next);
        }
    }

    /**
     * What the trace says.
     *
     * @param openedAtNanos {@link System#nanoTime()} when it was opened, from which times count
     * @param elapsedNanos from then to the end of the span that tells
     * @param whole whether all was heard
     * @return members for JSON: the longest in the order of time, and how many are not told
     */
    public Map<String, @Nullable Object> toInfo(long openedAtNanos, long elapsedNanos, boolean whole) {
        List<Map<String, @Nullable Object>> told = all.stream()
                .sorted(Comparator.comparingLong(Stretch::nanos).reversed())
                .limit(MOST)
                .sorted(Comparator.comparingLong(Stretch::startNanos))
                .map(stretch -> stretch.toInfo(openedAtNanos))
                .toList();
        Map<String, @Nullable Object> info = new LinkedHashMap<>();
        info.put("whole", whole);
        info.put("ended", TimeUnit.NANOSECONDS.toMicros(elapsedNanos));
        info.put("left_out", all.size() - told.size());
        info.put("events", told);
        return info;
    }
}
