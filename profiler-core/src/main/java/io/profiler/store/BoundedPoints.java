// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import io.profiler.point.TracePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The points of a trace as they are read, up to a limit. For a store that reads them one by one, or by the page. Not
 * thread-safe.
 *
 * @since 0.1
 */
public final class BoundedPoints {

    /** What is nested more deeply, or endlessly, has been counted long enough. */
    private static final int DEEPEST = 100;

    /** What a number, or a member, costs besides its name. */
    private static final int PER_VALUE = 8;

    private final String baseId;
    private final ReadLimit limit;
    private final List<TracePoint> points = new ArrayList<>();
    private long characters;

    /**
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
     * @throws TraceTooLargeException if it is beyond the limit
     */
    public void add(TracePoint point) {
        characters += limit.characters() == Long.MAX_VALUE ? 0 : characters(point);
        if (points.size() >= limit.points() || characters > limit.characters()) {
            throw tooLarge();
        }
        points.add(point);
    }

    /**
     * Tells that the backend has this many points, before any of them is read.
     *
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

    /** The points that were added; a list of the caller's own. */
    public List<TracePoint> toList() {
        return new ArrayList<>(points);
    }

    private static long characters(TracePoint point) {
        return (long) point.name().length()
                + point.baseId().length()
                + point.traceId().length()
                + point.parentId().length()
                + point.timestamp().length()
                + characters(point.info(), 0);
    }

    private static long characters(@Nullable Object value, int depth) {
        if (value instanceof CharSequence text) {
            return text.length();
        }
        long sum = PER_VALUE;
        if (value instanceof Map<?, ?> members && depth < DEEPEST) {
            for (Map.Entry<?, ?> member : members.entrySet()) {
                sum += PER_VALUE + characters(member.getKey(), depth + 1) + characters(member.getValue(), depth + 1);
            }
        } else if (value instanceof Iterable<?> elements && depth < DEEPEST) {
            for (Object element : elements) {
                sum += characters(element, depth + 1);
            }
        }
        return sum;
    }
}
