// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.point.TracePoint;
import io.profiler.store.backend.TraceCatalogue.Activity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Traces that are not in our index, as those of OSprofiler. They are found by looking at all keys: whoever asks for a part of
 * all traces, as an open console does again and again, is told what was found not long ago. Thread-safe.
 */
final class ForeignTraces {

    /**
     * What was found.
     *
     * @param activities of traces that have lists, and of those that have none
     * @param legacy points that are not in lists, by their trace
     */
    record Found(List<Activity> activities, Map<String, List<TracePoint>> legacy) {

        Stream<Activity> latestFirst() {
            return activities.stream()
                    .sorted(Comparator.comparing(Activity::timestamp).reversed());
        }
    }

    private final Points points;
    private final FoundLast<Found> last = new FoundLast<>();

    ForeignTraces(Points points) {
        this.points = points;
    }

    /**
     * Looks for them.
     *
     * @param most how many are wanted, those that were active last; 0 for all as of now
     */
    Found find(StringRedisTemplate redis, int most) {
        return most == 0 ? look(redis, 0) : last.find(most, keys(redis), () -> look(redis, most));
    }

    /** How many keys the database has. */
    static long keys(StringRedisTemplate redis) {
        Long keys = redis.execute(
                (RedisCallback<Long>) connection -> connection.serverCommands().dbSize());
        return keys == null ? 0 : keys;
    }

    private Found look(StringRedisTemplate redis, int most) {
        Latest latest = new Latest(most);
        boolean indexed = ActivityIndex.isThere(redis);
        Scan.pages(redis, OsprofilerKeys.POINTS, DataType.LIST, keys -> {
            List<String> baseIds = keys.stream()
                    .map(key -> key.substring(OsprofilerKeys.POINTS.length()))
                    .toList();
            points.newestOfEach(
                    redis,
                    indexed ? ActivityIndex.missing(redis, baseIds) : baseIds,
                    point -> latest.add(activity(point)));
        });
        Map<String, List<TracePoint>> legacy = legacy(redis, most);
        legacy.values()
                .forEach(trace -> latest.add(activity(trace.stream()
                        .max(Comparator.comparing(TracePoint::timestamp))
                        .orElseThrow())));
        return new Found(latest.toList(), legacy);
    }

    private static Activity activity(TracePoint point) {
        return new Activity(point.baseId(), point.timestamp());
    }

    /** Of releases that are years old; a bound on them bounds what a list takes. */
    private Map<String, List<TracePoint>> legacy(StringRedisTemplate redis, int most) {
        Map<String, List<TracePoint>> found = new LinkedHashMap<>();
        Scan.pages(redis, OsprofilerKeys.LEGACY, DataType.STRING, keys -> {
            if (most == 0 || found.size() < most) {
                points.legacy(redis, keys)
                        .forEach(point -> found.computeIfAbsent(point.baseId(), baseId -> new ArrayList<>())
                                .add(point));
            }
        });
        return found;
    }
}
