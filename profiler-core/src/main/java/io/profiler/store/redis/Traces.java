// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.point.TracePoint;
import io.profiler.store.TraceSummary;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The list of traces. */
final class Traces {

    private final Points points;

    Traces(Points points) {
        this.points = points;
    }

    /** Oldest first. */
    List<TraceSummary> list(StringRedisTemplate redis) {
        Map<String, String> starts = new TreeMap<>();
        points.legacy(redis, Scan.keys(redis, OsprofilerKeys.LEGACY, DataType.STRING))
                .forEach(point -> merge(starts, point));
        for (String key : Scan.keys(redis, OsprofilerKeys.POINTS, DataType.LIST)) {
            points.listed(redis, key.substring(OsprofilerKeys.POINTS.length())).forEach(point -> merge(starts, point));
        }
        return starts.entrySet().stream()
                .map(start -> new TraceSummary(start.getKey(), start.getValue()))
                .sorted(Comparator.comparing(TraceSummary::timestamp).thenComparing(TraceSummary::baseId))
                .toList();
    }

    private static void merge(Map<String, String> starts, TracePoint point) {
        starts.merge(point.baseId(), point.timestamp(), (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }
}
