// SPDX-License-Identifier: Apache-2.0
package io.profiler.point;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record of a trace, in OSprofiler's shape: a span writes two of them, {@code NAME-start} and {@code NAME-stop}.
 *
 * <p>The format is that of OSprofiler 3.4.3; {@link #toDocument()} gives its members in the order in which OSprofiler
 * writes them. Immutable as long as {@code info} is not changed by whoever made it.
 *
 * @param name name of the span, followed by {@code -start} or {@code -stop}
 * @param baseId id that all points of a trace share
 * @param traceId id of the span
 * @param parentId id of the span above, or the base id at the top
 * @param timestamp UTC without a zone, {@code yyyy-MM-ddTHH:mm:ss.ffffff}; other writers may give fewer digits
 * @param info what happened; {@code info.host} is always there
 * @param project project the span ran in
 * @param service service the span ran in
 * @since 0.1
 */
public record TracePoint(
        String name,
        String baseId,
        String traceId,
        String parentId,
        String timestamp,
        Map<String, @Nullable Object> info,
        @Nullable String project,
        @Nullable String service) {

    /** {@return whether this point ends its span; OSprofiler takes every other name as a start} */
    public boolean isStop() {
        return isStop(name);
    }

    /**
     * {@return whether a point ends its span, when only its name is known}
     *
     * @param name of the point, as stored: {@code NAME-start}, {@code NAME-stop}, or what another writer made of it
     */
    public static boolean isStop(String name) {
        return name.endsWith("stop");
    }

    /**
     * {@return whether this point tells what became of the points of a request, instead of being one of a span}
     *
     * @see Manifest
     */
    public boolean isManifest() {
        return Manifest.isManifest(name);
    }

    /** {@return the host the span ran on, or null if the writer gave none} */
    public @Nullable String host() {
        return info.get("host") instanceof String host ? host : null;
    }

    /** {@return type of the error that ended the span, or null} */
    public @Nullable Object errorType() {
        return info.get("etype");
    }

    /** {@return the members of the record on the wire, in OSprofiler's order; the map is the caller's own} */
    public Map<String, @Nullable Object> toDocument() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>(16);
        document.put("name", name);
        document.put("base_id", baseId);
        document.put("trace_id", traceId);
        document.put("parent_id", parentId);
        document.put("timestamp", timestamp);
        document.put("info", info);
        document.put("project", project);
        document.put("service", service);
        return document;
    }

    /**
     * Reads a record from the wire; members that are not part of it are left out.
     *
     * @param document the members of the record, by name
     * @return the point
     * @throws IllegalArgumentException if a member is missing or of another type, naming it
     */
    public static TracePoint fromDocument(Map<String, ? extends @Nullable Object> document) {
        return new TracePoint(
                text(document, "name"),
                text(document, "base_id"),
                text(document, "trace_id"),
                text(document, "parent_id"),
                text(document, "timestamp"),
                info(document),
                optionalText(document, "project"),
                optionalText(document, "service"));
    }

    private static String text(Map<String, ? extends @Nullable Object> document, String member) {
        if (document.get(member) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("not a trace point: '" + member + "' is missing or not a text");
    }

    private static @Nullable String optionalText(Map<String, ? extends @Nullable Object> document, String member) {
        Object value = document.get(member);
        return value == null ? null : value.toString();
    }

    private static Map<String, @Nullable Object> info(Map<String, ? extends @Nullable Object> document) {
        if (!(document.get("info") instanceof Map<?, ?> members)) {
            throw new IllegalArgumentException("not a trace point: 'info' is missing or not an object");
        }
        Map<String, @Nullable Object> info = new LinkedHashMap<>();
        members.forEach((key, value) -> info.put(String.valueOf(key), value));
        return info;
    }
}
