// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.internal.BoundedTime;
import io.profiler.point.PointTime;
import io.profiler.store.backend.TraceCatalogue.Activity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ZSetOperations.TypedTuple;

/**
 * Our index of the traces that we wrote, by when they were last active: in microseconds since the epoch, which a score
 * holds exactly.
 */
final class ActivityIndex {

    private static final int PAGE = 500;

    private ActivityIndex() {}

    /** The time of a timestamp; now, if its writer gave none that can be read. */
    static long score(String timestamp) {
        Instant time = PointTime.parse(timestamp);
        return score(time == null ? Instant.now() : time);
    }

    static long score(Instant time) {
        return BoundedTime.epochMicros(time);
    }

    /** Whether there is one; another program may have a key of its name. */
    static boolean isThere(StringRedisTemplate redis) {
        return redis.type(OsprofilerKeys.ACTIVE) == DataType.ZSET;
    }

    /** The traces that were active last, by the page. */
    static Stream<Activity> latest(StringRedisTemplate redis) {
        return isThere(redis)
                ? IntStream.iterate(0, from -> from + PAGE)
                        .mapToObj(from -> page(redis, from, from + PAGE - 1))
                        .takeWhile(page -> !page.isEmpty())
                        .flatMap(List::stream)
                : Stream.empty();
    }

    private static List<Activity> page(StringRedisTemplate redis, long from, long to) {
        Set<TypedTuple<String>> entries = redis.opsForZSet().reverseRangeWithScores(OsprofilerKeys.ACTIVE, from, to);
        List<Activity> page = new ArrayList<>(PAGE);
        if (entries != null) {
            entries.forEach(entry -> add(page, entry));
        }
        return page;
    }

    private static void add(List<Activity> page, TypedTuple<String> entry) {
        Double score = entry.getScore();
        String baseId = entry.getValue();
        if (score != null && baseId != null) {
            page.add(new Activity(baseId, PointTime.format(BoundedTime.instant(score.longValue()))));
        }
    }

    static Collection<String> since(StringRedisTemplate redis, Instant time) {
        Set<String> ids = isThere(redis)
                ? redis.opsForZSet().rangeByScore(OsprofilerKeys.ACTIVE, score(time), Double.POSITIVE_INFINITY)
                : null;
        return ids == null ? Set.of() : ids;
    }

    /** Those that are not in it. */
    static List<String> missing(StringRedisTemplate redis, List<String> baseIds) {
        List<?> scores = baseIds.isEmpty() ? List.of() : scores(redis, baseIds);
        return IntStream.range(0, baseIds.size())
                .filter(i -> scores.get(i) == null)
                .mapToObj(baseIds::get)
                .toList();
    }

    /** Servers before 6.2 have no command for all of them. */
    private static List<?> scores(StringRedisTemplate redis, List<String> baseIds) {
        try {
            List<Double> scores = redis.opsForZSet().score(OsprofilerKeys.ACTIVE, baseIds.toArray());
            return scores == null ? Collections.nCopies(baseIds.size(), null) : scores;
        } catch (DataAccessException unknownCommand) {
            byte[] index = AppendCall.utf8(OsprofilerKeys.ACTIVE);
            return Lists.pipelined(
                    redis,
                    pipeline ->
                            baseIds.forEach(baseId -> pipeline.zSetCommands().zScore(index, AppendCall.utf8(baseId))));
        }
    }

    /** Changes with each trace that is written or deleted. */
    static String mark(StringRedisTemplate redis) {
        return isThere(redis) ? redis.opsForZSet().size(OsprofilerKeys.ACTIVE) + "," + page(redis, 0, 0) : "";
    }
}
