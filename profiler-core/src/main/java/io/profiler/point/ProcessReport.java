// SPDX-License-Identifier: Apache-2.0
package io.profiler.point;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service says of its process when a request comes, and when it ends: {@code info.process} of the start and the stop of the
 * request's span. By it a first request, for which classes have to be loaded and code is not compiled yet, is told from others.
 *
 * @param uptimeMicros for how long the application had been ready, in microseconds; null where it is not told
 * @param classes how many classes the JVM had loaded by then; null where it is not told
 * @since 0.1
 */
public record ProcessReport(
        @Nullable Long uptimeMicros, @Nullable Long classes) {

    /** The member of {@code info} that holds it. */
    public static final String MEMBER = "process";

    private static final String UPTIME = "uptime_micros";
    private static final String CLASSES = "classes";

    /**
     * Reads the info of a trace point.
     *
     * @param info members of {@code info}, as a store or a saved report has them
     * @return null if it says nothing of the process
     */
    public static @Nullable ProcessReport of(Map<?, ?> info) {
        return info.get(MEMBER) instanceof Map<?, ?> members
                ? new ProcessReport(number(members.get(UPTIME)), number(members.get(CLASSES)))
                : null;
    }

    private static @Nullable Long number(@Nullable Object value) {
        return value instanceof Number number && number.longValue() >= 0 ? (Long) number.longValue() : null;
    }

    /** {@return members of {@code info.process}, without what is not told} */
    public Map<String, Object> toInfo() {
        Map<String, Object> members = new LinkedHashMap<>(4);
        if (uptimeMicros != null) {
            members.put(UPTIME, uptimeMicros);
        }
        if (classes != null) {
            members.put(CLASSES, classes);
        }
        return members;
    }
}
