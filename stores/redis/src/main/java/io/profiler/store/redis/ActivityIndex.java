// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.internal.BoundedTime;
import io.profiler.point.PointTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ZSetOperations.TypedTuple;

/**
 * Our index of the traces that we wrote, by when they were last active: in microseconds since the epoch, which a score
 * holds exactly.
 */
final class ActivityIndex {

    private ActivityIndex() {}

    /** The time of a timestamp; now, if its writer gave none that can be read. */
    static long score(String timestamp) {
        Instant time = PointTime.parse(timestamp);
        return score(time == null ? Instant.now() : time);
    }

    static long score(Instant time) {
        return BoundedTime.epochMicros(time);
    }

    /** The timestamp of each trace's last activity. */
    static Map<String, String> read(StringRedisTemplate redis) {
        Map<String, String> index = new LinkedHashMap<>();
        if (redis.type(OsprofilerKeys.ACTIVE) == DataType.ZSET) {
            Set<TypedTuple<String>> entries = redis.opsForZSet().rangeWithScores(OsprofilerKeys.ACTIVE, 0, -1);
            entries.forEach(entry -> put(index, entry));
        }
        return index;
    }

    private static void put(Map<String, String> index, TypedTuple<String> entry) {
        Double score = entry.getScore();
        String baseId = entry.getValue();
        if (score != null && baseId != null) {
            index.put(baseId, PointTime.format(BoundedTime.instant(score.longValue())));
        }
    }
}
