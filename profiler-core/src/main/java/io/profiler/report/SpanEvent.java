// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import io.profiler.point.Manifest;
import io.profiler.point.PointTime;
import io.profiler.point.TracePoint;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event of a span: its start or its stop, as a store keeps it.
 *
 * @param name whole name of the event, {@code NAME-start} or {@code NAME-stop}
 * @param payload the record as it was stored; reports saved from SQL stores give only its {@code info};
 *     not to be changed
 * @since 0.1
 */
public record SpanEvent(String name, Map<String, @Nullable Object> payload) {

    /** {@return whether the event ends its span; every other one starts it} */
    public boolean isStop() {
        return TracePoint.isStop(name);
    }

    /**
     * {@return whether it tells what became of the events of a request} It ends no span, though OSprofiler takes it for a
     * stop.
     */
    public boolean isManifest() {
        return Manifest.isManifest(name);
    }

    /** {@return whether it has a timestamp that cannot be read; not if it has none, as in reports of SQL stores} */
    public boolean hasUnreadableTime() {
        Object timestamp = payload.get("timestamp");
        return timestamp != null && !(timestamp instanceof String text && PointTime.parse(text) != null);
    }

    /** {@return what happened, by OSprofiler's names; empty if the event does not say} */
    public Map<?, ?> info() {
        return payload.get("info") instanceof Map<?, ?> info ? info : Map.of();
    }
}
