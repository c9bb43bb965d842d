// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import io.profiler.point.PointSize;
import io.profiler.point.TracePoint;
import java.util.ArrayList;
import java.util.List;

/**
 * The points of a trace as they are read, up to a limit. For a store that reads them one by one, or by the page. Not
 * thread-safe.
 *
 * @since 0.1
 */
public final class BoundedPoints {

    private final String baseId;
    private final ReadLimit limit;
    private final List<TracePoint> points = new ArrayList<>();
    private long characters;

    /**
     * No points yet.
     *
     * @param baseId id of the trace
     * @param limit of what is read
     */
    public BoundedPoints(String baseId, ReadLimit limit) {
        this.baseId = baseId;
        this.limit = limit;
    }

    /**
     * Adds a point.
     *
     * @param point the next one, in the order in which the caller is to get them
     * @throws TraceTooLargeException if it is beyond the limit
     */
    public void add(TracePoint point) {
        characters += limit.characters() == Long.MAX_VALUE ? 0 : PointSize.characters(point);
        if (points.size() >= limit.points() || characters > limit.characters()) {
            throw tooLarge();
        }
        points.add(point);
    }

    /**
     * Tells how many points the backend has, before any of them is read.
     *
     * @param count of the whole trace
     * @throws TraceTooLargeException if that is beyond the limit
     */
    public void expect(long count) {
        if (count > limit.points()) {
            throw tooLarge();
        }
    }

    private TraceTooLargeException tooLarge() {
        points.clear();
        return new TraceTooLargeException(baseId, limit);
    }

    /** {@return the points that were added, in that order; a list of the caller's own, which may be changed} */
    public List<TracePoint> toList() {
        return new ArrayList<>(points);
    }
}
