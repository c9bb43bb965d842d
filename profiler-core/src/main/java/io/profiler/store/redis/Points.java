// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.point.TracePoint;
import io.profiler.store.TracePointJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The points of a trace, those included that OSprofiler wrote before it had lists. */
final class Points {

    private static final Logger logger = LoggerFactory.getLogger(Points.class);

    private final RedisConnection connection;

    Points(RedisConnection connection) {
        this.connection = connection;
    }

    List<TracePoint> of(StringRedisTemplate redis, String baseId) {
        List<TracePoint> points = new ArrayList<>();
        List<String> legacyKeys = Scan.keys(redis, OsprofilerKeys.LEGACY + baseId, DataType.STRING);
        for (TracePoint point : legacy(redis, legacyKeys)) {
            if (point.baseId().equals(baseId)) {
                points.add(point);
            }
        }
        points.addAll(listed(redis, baseId));
        return points;
    }

    List<TracePoint> legacy(StringRedisTemplate redis, List<String> keys) {
        List<String> values = keys.isEmpty() ? List.of() : redis.opsForValue().multiGet(keys);
        return readable(OsprofilerKeys.LEGACY, values);
    }

    List<TracePoint> listed(StringRedisTemplate redis, String baseId) {
        String key = OsprofilerKeys.POINTS + baseId;
        return redis.type(key) == DataType.LIST
                ? readable(key, redis.opsForList().range(key, 0, -1))
                : List.of();
    }

    private List<TracePoint> readable(String key, List<String> documents) {
        List<TracePoint> points = new ArrayList<>(documents.size());
        documents.stream().filter(Objects::nonNull).forEach(document -> {
            try {
                points.add(TracePointJson.read(document));
            } catch (IllegalArgumentException foreign) {
                logger.warn("A value of {} in {} is left out: {}", key, connection, foreign.getMessage());
            }
        });
        return points;
    }
}
