// SPDX-License-Identifier: Apache-2.0
package io.profiler.point;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service says at the end of a request about what it has recorded of it. It travels in a trace point of its own,
 * {@code info.manifest} of {@code NAME-manifest-stop}, with the ids and the time of the stop of the request's span NAME:
 * OSprofiler 3.4.3 takes it for an earlier stop of that span, so that no figure of its reports changes.
 *
 * @param spans spans that began, whatever became of them
 * @param made trace points that were made of them, without this one: stored, dropped and waiting ones
 * @param dropped how many of those were dropped before the store was asked, by reason
 * @param cut spans whose info was cut, because a limit of characters was reached
 * @since 0.1
 */
public record Manifest(long spans, long made, Map<String, Long> dropped, long cut) {

    private static final String ENDING = "-manifest-stop";
    private static final String MEMBER = "manifest";
    /** More than a service can make, and little enough to be added up. */
    private static final long MOST = 1L << 40;

    /** Copies the reasons, in their order. */
    public Manifest {
        dropped = Collections.unmodifiableMap(new LinkedHashMap<>(dropped));
    }

    /**
     * {@return the name of the trace point that carries the manifest of a request}
     *
     * @param span name of the request's span in this service, without {@code -start} and {@code -stop}
     */
    public static String nameFor(String span) {
        return span + ENDING;
    }

    /**
     * {@return whether a point of this name tells what became of others}
     *
     * @param name of a trace point, as stored
     */
    public static boolean isManifest(String name) {
        return name.endsWith(ENDING);
    }

    /**
     * Reads the info of a trace point.
     *
     * @param info members of {@code info}, as a store or a saved report has them
     * @return null if it holds no manifest
     */
    public static @Nullable Manifest of(Map<?, ?> info) {
        if (!(info.get(MEMBER) instanceof Map<?, ?> members)) {
            return null;
        }
        Map<String, Long> dropped = new LinkedHashMap<>();
        if (members.get("dropped") instanceof Map<?, ?> reasons) {
            reasons.forEach((reason, points) -> dropped.put(String.valueOf(reason), number(points)));
        }
        return new Manifest(
                number(members.get("spans")), number(members.get("made")), dropped, number(members.get("cut")));
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? Math.min(MOST, Math.max(0, number.longValue())) : 0;
    }

    /**
     * The info of the trace point.
     *
     * @param host of the service
     * @return members in the order in which they are written
     */
    public Map<String, @Nullable Object> toInfo(String host) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("spans", spans);
        members.put("made", made);
        members.put("dropped", dropped);
        members.put("cut", cut);
        Map<String, @Nullable Object> info = new LinkedHashMap<>();
        info.put("host", host);
        info.put(MEMBER, members);
        return info;
    }
}
