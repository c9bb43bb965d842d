// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one of the two points of a span says.
 *
 * @param members names and values, which nobody changes any more
 * @param bytes roughly how much memory they hold that other points do not hold as well
 * @param processorMicros processor time of a span that has ended; negative if it is not known
 */
record Info(Map<String, @Nullable Object> members, int bytes, int processorMicros) {

    private static final int UNKNOWN = -1;
    private static final long NANOS_PER_MICRO = 1_000;

    static final Info NONE = new Info(Map.of(), 0, UNKNOWN);

    /** An object, and a reference to it. */
    private static final int BYTES_PER_VALUE = 48;

    /** What many spans say, word for word. */
    static Info shared(Map<String, @Nullable Object> members) {
        return new Info(members, 0, UNKNOWN);
    }

    /** What one span alone says. */
    static Info own(Map<String, @Nullable Object> members) {
        return members.isEmpty() ? NONE : new Info(members, (int) Math.min(Integer.MAX_VALUE, bytes(members)), UNKNOWN);
    }

    /** The same of a span for which so much processor time was measured, if that is not negative. */
    Info took(long processorNanos) {
        if (processorNanos < 0) {
            return this;
        }
        return new Info(members, bytes, (int) Math.min(Integer.MAX_VALUE, processorNanos / NANOS_PER_MICRO));
    }

    private static long bytes(@Nullable Object value) {
        long bytes = BYTES_PER_VALUE;
        if (value instanceof String text) {
            bytes += text.length();
        } else if (value instanceof Map<?, ?> members) {
            for (Map.Entry<?, ?> member : members.entrySet()) {
                bytes += bytes(member.getKey()) + bytes(member.getValue());
            }
        } else if (value instanceof List<?> elements) {
            for (Object element : elements) {
                bytes += bytes(element);
            }
        }
        return bytes;
    }
}
