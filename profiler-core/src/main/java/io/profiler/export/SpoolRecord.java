// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.point.TracePoint;
import io.profiler.store.backend.TracePointJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Trace points as one record of a spool: JSON, one a line. */
final class SpoolRecord {

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private int points;

    /** Adds what JSON has a form for. */
    SpoolRecord(List<TracePoint> batch) {
        batch.forEach(this::add);
    }

    /** Loads what it takes to write one, since at the end of an application there is no time for it. */
    static void prepare() {
        SpoolRecord unused = new SpoolRecord(List.of(new TracePoint("a-start", "a", "a", "a", "", Map.of(), "a", "a")));
    }

    private void add(TracePoint point) {
        try {
            lines.writeBytes(TracePointJson.bytes(point));
            lines.write('\n');
            points++;
        } catch (IllegalArgumentException unwritable) {
            // It is not counted, so it is rejected.
        }
    }

    int points() {
        return points;
    }

    byte[] bytes() {
        return lines.toByteArray();
    }

    static int count(byte[] record) {
        int count = 0;
        for (byte each : record) {
            count += each == '\n' ? 1 : 0;
        }
        return count;
    }

    /** Those that can be read. */
    static List<TracePoint> read(byte[] record) {
        List<TracePoint> points = new ArrayList<>();
        for (String line : new String(record, StandardCharsets.US_ASCII).split("\n")) {
            try {
                points.add(TracePointJson.read(line));
            } catch (IllegalArgumentException unreadable) {
                // It is not among those that are given back, so it is rejected.
            }
        }
        return points;
    }
}
