// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stretches of time in any order, which may overlap, and what they cover together. Not thread-safe. */
final class CoveredTime {

    private record Part(long fromMicros, long toMicros) {}

    private final List<Part> parts = new ArrayList<>();

    void add(long fromMicros, long toMicros) {
        parts.add(new Part(fromMicros, toMicros));
    }

    /** How much of a time they cover, in microseconds. Takes n log n steps for n of them. */
    long within(long fromMicros, long toMicros) {
        parts.sort(Comparator.comparingLong(Part::fromMicros));
        long covered = 0;
        long coveredTo = fromMicros;
        for (Part part : parts) {
            long from = Math.max(part.fromMicros(), coveredTo);
            long to = Math.min(part.toMicros(), toMicros);
            covered += Math.max(0, to - from);
            coveredTo = Math.max(coveredTo, to);
        }
        return covered;
    }
}
