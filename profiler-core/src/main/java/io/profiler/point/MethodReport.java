// SPDX-License-Identifier: Apache-2.0
package io.profiler.point;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service says of the calls that the JVM told it of a request, some seconds after its end, in a trace point of its own:
 * {@code info.methods} of {@code NAME-methods-manifest-stop}, beside a {@link Manifest} that counts their spans, too. It has the
 * ids and the time of the stop of the first of these spans, or of the request's span NAME if there is none: OSprofiler 3.4.3 takes
 * it for a later stop of that span, so that no figure of its reports changes.
 *
 * @param calls how many calls there were
 * @param leftOut how many of them have no span, as others were longer
 * @param whole whether the JVM was listened to all the time; if not, there may have been more calls
 * @since 0.1
 */
public record MethodReport(long calls, long leftOut, boolean whole) {

    /** The member of {@code info} that holds it. */
    public static final String MEMBER = "methods";

    private static final String LEFT_OUT = "left_out";

    /**
     * {@return the name of the trace point that carries it}
     *
     * @param span name of the span that it has the ids of, without {@code -start} and {@code -stop}
     */
    public static String nameFor(String span) {
        return Manifest.nameFor(span + '-' + MEMBER);
    }

    /**
     * Reads the info of a trace point.
     *
     * @param info members of {@code info}, as a store or a saved report has them
     * @return null if it says nothing of calls
     */
    public static @Nullable MethodReport of(Map<?, ?> info) {
        return info.get(MEMBER) instanceof Map<?, ?> members
                        && members.get("calls") instanceof Number calls
                        && members.get(LEFT_OUT) instanceof Number leftOut
                ? new MethodReport(calls.longValue(), leftOut.longValue(), Boolean.TRUE.equals(members.get("whole")))
                : null;
    }

    /** {@return members of {@code info.methods}, in the order in which they are written} */
    public Map<String, @Nullable Object> toInfo() {
        Map<String, @Nullable Object> info = new LinkedHashMap<>();
        info.put("whole", whole);
        info.put("calls", calls);
        info.put(LEFT_OUT, leftOut);
        return info;
    }
}
