// SPDX-License-Identifier: Apache-2.0
package io.profiler.point;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much of the heap a trace point takes, by the characters of its texts.
 *
 * @since 0.1
 */
public final class PointSize {

    /** What is nested more deeply, or endlessly, has been counted long enough. */
    private static final int DEEPEST = 100;

    /** What a number, or a member, costs besides its name. */
    private static final int PER_VALUE = 8;

    private PointSize() {}

    /**
     * {@return the characters of all texts of a point, with eight for whatever is no text}
     *
     * @param point whose {@code info} may be nested without end: below a hundred levels nothing is counted
     */
    public static long characters(TracePoint point) {
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
