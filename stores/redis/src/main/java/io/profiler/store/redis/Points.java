// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePoint;
import io.profiler.store.backend.TraceCatalogue.Activity;
import io.profiler.store.backend.TracePointJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Reads the values of keys; those that are no trace points are left out with a warning. */
final class Points {

    private final OccasionalLog foreign = new OccasionalLog(LoggerFactory.getLogger(Points.class));
    private final RedisConnection connection;

    Points(RedisConnection connection) {
        this.connection = connection;
    }

    /** A trace, in the order in which OSprofiler reads it. */
    List<TracePoint> of(StringRedisTemplate redis, String baseId) {
        List<TracePoint> points = new ArrayList<>();
        for (TracePoint point : legacy(redis, legacyKeys(redis, baseId))) {
            if (point.baseId().equals(baseId)) {
                points.add(point);
            }
        }
        points.addAll(ofEach(redis, List.of(baseId)).get(0));
        return points;
    }

    /** Those of this trace, and of others whose ids begin like its id. */
    private static List<String> legacyKeys(StringRedisTemplate redis, String baseId) {
        return Scan.keys(redis, OsprofilerKeys.LEGACY + baseId, DataType.STRING);
    }

    /** Deletes what OSprofiler wrote of a trace before it had lists, and says how much that was. */
    long deleteLegacy(StringRedisTemplate redis, String baseId) {
        List<String> own = legacyKeys(redis, baseId).stream()
                .filter(key -> legacy(redis, List.of(key)).stream()
                        .anyMatch(point -> point.baseId().equals(baseId)))
                .toList();
        return own.isEmpty() ? 0 : redis.delete(own);
    }

    List<TracePoint> legacy(StringRedisTemplate redis, List<String> keys) {
        List<String> values = keys.isEmpty() ? List.of() : redis.opsForValue().multiGet(keys);
        return readable(OsprofilerKeys.LEGACY, values, TracePointJson::read);
    }

    /** The lists of some traces, in their order; empty ones for those that have none. */
    List<List<TracePoint>> ofEach(StringRedisTemplate redis, List<String> baseIds) {
        return Lists.ofEach(redis, OsprofilerKeys.POINTS, baseIds, -1).stream()
                .map(list -> readable(OsprofilerKeys.POINTS, list, TracePointJson::read))
                .toList();
    }

    /** The point at the head of each list. */
    List<TracePoint> newestOfEach(StringRedisTemplate redis, List<String> baseIds) {
        return Lists.ofEach(redis, OsprofilerKeys.POINTS, baseIds, 0).stream()
                .flatMap(list -> readable(OsprofilerKeys.POINTS, list, TracePointJson::read).stream())
                .toList();
    }

    List<Activity> failed(StringRedisTemplate redis, List<String> keys) {
        List<String> values = keys.isEmpty() ? List.of() : redis.opsForValue().multiGet(keys);
        return readable(OsprofilerKeys.FAILED, values, Points::lastError);
    }

    private static Activity lastError(String document) {
        Map<String, @Nullable Object> members = TracePointJson.readMembers(document);
        return new Activity(String.valueOf(members.get("base_id")), String.valueOf(members.get("timestamp")));
    }

    private <T> List<T> readable(String prefix, List<String> documents, Function<String, T> reader) {
        List<T> values = new ArrayList<>(documents.size());
        for (String document : documents) {
            if (document != null) {
                addReadable(prefix, values, document, reader);
            }
        }
        return values;
    }

    private <T> void addReadable(String prefix, List<T> values, String document, Function<String, T> reader) {
        try {
            values.add(reader.apply(document));
        } catch (IllegalArgumentException unreadable) {
            foreign.warn("A value below " + prefix + " in " + connection + " is left out: " + unreadable.getMessage());
        }
    }
}
