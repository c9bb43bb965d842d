// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.Rejection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Trace points on their way to the store, and where they were taken from. Confined to the writer. */
final class Batch {

    private final int capacity;
    private final OccasionalLog log;
    private final List<TracePoint> points = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private int claimed;

    Batch(int capacity, OccasionalLog log) {
        this.capacity = capacity;
        this.log = log;
    }

    int capacity() {
        return capacity;
    }

    int room() {
        return capacity - claimed;
    }

    int claimed() {
        return claimed;
    }

    boolean isFull() {
        return room() <= 0;
    }

    boolean isEmpty() {
        return claimed == 0;
    }

    /**
     * Takes points of a chunk that this batch has not taken yet.
     *
     * @param most how many, if there is room for them
     * @return how many there were
     */
    int takeFrom(Cursor cursor, int most) {
        int first = cursor.next(this);
        int count = Math.min(cursor.chunk().published() - first, Math.min(most, room()));
        if (count > 0) {
            List<TracePoint> read = read(cursor, first, count);
            points.addAll(read);
            claims.add(new Claim(cursor, count, read));
            cursor.claim(this, count);
            claimed += count;
        }
        return Math.max(0, count);
    }

    private List<TracePoint> read(Cursor cursor, int first, int count) {
        List<TracePoint> read = new ArrayList<>(count);
        for (int index = first; index < first + count; index++) {
            read(cursor, index, read);
        }
        return read;
    }

    /** There may be memory for it later, or for fewer; unless it is the only one. */
    private void read(Cursor cursor, int index, List<TracePoint> read) {
        try {
            read.add(cursor.chunk().point(index));
        } catch (RuntimeException | Error e) {
            if (e instanceof OutOfMemoryError noMemory && capacity > 1) {
                throw noMemory;
            }
            log.warn("A trace point cannot be read and is dropped", e);
        }
    }

    List<TracePoint> points() {
        return points;
    }

    int unreadable() {
        return claimed - points.size();
    }

    /** Finds out whose the points are that the store refuses; those that it does not name, are anybody's. */
    void attribute(AppendResult result) {
        Set<TracePoint> named = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Rejection rejection : result.rejections()) {
            named.add(rejection.point());
        }
        int unnamed = result.rejected();
        for (Claim claim : claims) {
            unnamed -= named.isEmpty() ? 0 : claim.lose(named);
        }
        for (Claim claim : claims) {
            unnamed -= claim.lose(Math.max(0, unnamed));
        }
    }

    /** Settles all points that were taken. Takes no memory, so that it is done wholly or not at all. */
    void settle() {
        for (int i = 0; i < claims.size(); i++) {
            claims.get(i).settle();
        }
    }

    /** Tells each chunk what became of its points. */
    void tell() {
        claims.forEach(Claim::tell);
    }
}
