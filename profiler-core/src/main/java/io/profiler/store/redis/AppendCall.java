// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.point.TracePoint;
import io.profiler.store.TracePointJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one call of the script appends: points of one or more traces. */
final class AppendCall {

    /** Far below the gigabyte at which a server closes the connection. */
    private static final int LARGEST_CHARS = 16 << 20;

    private static final int MOST_POINTS = 1_000;

    private final Expiry expiry;
    private final boolean filterErrorTrace;
    private final Map<String, TraceArguments> traces = new LinkedHashMap<>();
    private int points;
    private long chars;

    AppendCall(Expiry expiry, boolean filterErrorTrace) {
        this.expiry = expiry;
        this.filterErrorTrace = filterErrorTrace;
    }

    /**
     * Adds a point.
     *
     * @throws IllegalArgumentException if it cannot be written as JSON
     */
    void add(TracePoint point) {
        String json = TracePointJson.write(point);
        TraceArguments trace = traces.computeIfAbsent(point.baseId(), TraceArguments::new);
        trace.add(point, json);
        if (filterErrorTrace && point.errorType() != null) {
            trace.failed(point);
        }
        points++;
        chars += json.length();
    }

    boolean isFull() {
        return points >= MOST_POINTS || chars >= LARGEST_CHARS;
    }

    int points() {
        return points;
    }

    int pointsOf(String baseId) {
        TraceArguments trace = traces.get(baseId);
        return trace == null ? 0 : trace.points();
    }

    List<String> keys() {
        List<String> keys = new ArrayList<>(1 + 3 * traces.size());
        keys.add(OsprofilerKeys.ACTIVE);
        traces.keySet().forEach(baseId -> keys.addAll(OsprofilerKeys.ofTrace(baseId)));
        return keys;
    }

    Object[] arguments() {
        List<String> arguments = new ArrayList<>(3 + 4 * traces.size() + 2 * points);
        arguments.add(String.valueOf(expiry.retentionMillis()));
        arguments.add(String.valueOf(expiry.rememberedMillis()));
        arguments.add(String.valueOf(expiry.forgottenScore()));
        traces.values().forEach(trace -> trace.addTo(arguments));
        return arguments.toArray();
    }
}
