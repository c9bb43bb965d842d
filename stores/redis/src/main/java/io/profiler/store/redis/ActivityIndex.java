// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.lettuce.core.Range;
import io.profiler.internal.BoundedTime;
import io.profiler.point.PointTime;
import io.profiler.store.backend.TraceCatalogue.Activity;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Our index of the traces that we wrote, by when they were last active: in microseconds since the epoch, which a score
 * holds exactly.
 */
final class ActivityIndex {

    private static final int PAGE = 500;
    private static final byte[] INDEX = AppendCall.utf8(OsprofilerKeys.ACTIVE);

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
                        .takeWhile(page -> page.arrived() > 0)
                        .flatMap(page -> page.listed().stream())
                : Stream.empty();
    }

    private static ArrivingActivities page(StringRedisTemplate redis, long from, long to) {
        ArrivingActivities page = new ArrivingActivities();
        DriverCommands.with(
                redis, server -> DriverCommands.answer(redis, server.zrevrangeWithScores(page, INDEX, from, to), 0L));
        return page;
    }

    static Collection<String> since(StringRedisTemplate redis, Instant time) {
        ArrivingActivities active = new ArrivingActivities();
        if (isThere(redis)) {
            Range<Number> later = Range.from(Range.Boundary.including(score(time)), Range.Boundary.unbounded());
            DriverCommands.with(
                    redis,
                    server -> DriverCommands.answer(redis, server.zrangebyscoreWithScores(active, INDEX, later), 0L));
        }
        return active.listed().stream().map(Activity::baseId).toList();
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
            return Pipeline.commands(
                    redis,
                    pipeline ->
                            baseIds.forEach(baseId -> pipeline.zSetCommands().zScore(INDEX, AppendCall.utf8(baseId))));
        }
    }

    /** Changes with each trace that is written or deleted. */
    static String mark(StringRedisTemplate redis) {
        return isThere(redis)
                ? redis.opsForZSet().size(OsprofilerKeys.ACTIVE) + ","
                        + page(redis, 0, 0).listed()
                : "";
    }
}
