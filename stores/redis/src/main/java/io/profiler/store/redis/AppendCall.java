// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.point.TracePoint;
import io.profiler.store.backend.TracePointJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one call of the script appends: points of one or more traces. */
final class AppendCall {

    /** Far below the gigabyte at which a server closes the connection. */
    static final int LARGEST_BYTES = 16 << 20;

    /** Enough for the cost of a call not to matter, and few enough for a batch to be several. */
    private static final int MOST_POINTS = 250;

    private final Expiry expiry;
    private final Map<String, TraceArguments> traces = new LinkedHashMap<>();
    private int points;
    private long bytes;

    AppendCall(Expiry expiry) {
        this.expiry = expiry;
    }

    /**
     * Adds a point.
     *
     * @throws IllegalArgumentException if it cannot be written as JSON
     */
    void add(TracePoint point) {
        byte[] json = TracePointJson.bytes(point);
        traces.computeIfAbsent(point.baseId(), TraceArguments::new).add(point, json);
        points++;
        bytes += json.length;
    }

    boolean isFull() {
        return points >= MOST_POINTS || bytes >= LARGEST_BYTES;
    }

    int points() {
        return points;
    }

    /** Of the documents. */
    long bytes() {
        return bytes;
    }

    byte[][] keys() {
        List<byte[]> keys = new ArrayList<>(1 + 3 * traces.size());
        keys.add(utf8(OsprofilerKeys.ACTIVE));
        for (String baseId : traces.keySet()) {
            keys.add(utf8(OsprofilerKeys.POINTS + baseId));
            keys.add(utf8(OsprofilerKeys.IDS + baseId));
            keys.add(utf8(OsprofilerKeys.FIGURES + baseId));
        }
        return keys.toArray(byte[][]::new);
    }

    byte[][] arguments() {
        List<byte[]> arguments = new ArrayList<>(3 + 12 * traces.size() + 2 * points);
        arguments.add(utf8(String.valueOf(expiry.retentionMillis())));
        arguments.add(utf8(String.valueOf(expiry.rememberedMillis())));
        arguments.add(utf8(String.valueOf(expiry.forgottenScore())));
        traces.values().forEach(trace -> trace.addTo(arguments));
        return arguments.toArray(byte[][]::new);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
