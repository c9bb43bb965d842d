// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePoint;
import java.util.ArrayList;
import java.util.List;

/** Trace points on their way to the store, and where they were taken from. Confined to the writer. */
final class Batch {

    private record Claim(Cursor cursor, int points) {}

    private final int capacity;
    private final OccasionalLog log;
    private final List<TracePoint> points = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private int unreadable;

    Batch(int capacity, OccasionalLog log) {
        this.capacity = capacity;
        this.log = log;
    }

    boolean isFull() {
        return claimed() >= capacity;
    }

    boolean isEmpty() {
        return claimed() == 0;
    }

    private int claimed() {
        return points.size() + unreadable;
    }

    /** Takes as many unsettled points of a chunk as there is room for. */
    void takeFrom(Cursor cursor) {
        int first = cursor.settled();
        int count = Math.min(cursor.waiting(), capacity - claimed());
        for (int index = first; index < first + count; index++) {
            read(cursor, index);
        }
        if (count > 0) {
            claims.add(new Claim(cursor, count));
        }
    }

    /** There may be memory for it later, or for fewer; unless it is the only one. */
    private void read(Cursor cursor, int index) {
        try {
            points.add(cursor.chunk().point(index));
        } catch (RuntimeException | Error e) {
            if (e instanceof OutOfMemoryError noMemory && capacity > 1) {
                throw noMemory;
            }
            unreadable++;
            log.warn("A trace point cannot be read and is dropped", e);
        }
    }

    List<TracePoint> points() {
        return points;
    }

    int unreadable() {
        return unreadable;
    }

    /** Settles all points that were taken, and says how many. Takes no memory, so that it is done wholly or not at all. */
    int settle() {
        for (int i = 0; i < claims.size(); i++) {
            claims.get(i).cursor().settle(claims.get(i).points());
        }
        return claimed();
    }
}
