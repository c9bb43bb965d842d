// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.profiler.point.TracePoint;
import io.profiler.store.TraceSummary;
import io.profiler.store.backend.TraceTally;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * The figures of traces: those that the script keeps, where they are of the whole list; else, as for traces of others, the
 * list is read by the page, and of a very long one its ends.
 */
final class Figures {

    private static final long LONGEST_READ = 20_000;
    private static final long LONGEST_WAIT_SECONDS = 10;

    /** A list, with what is kept beside it. */
    private record Kept(String baseId, long points, Map<String, String> fields) {}

    private final StringRedisTemplate redis;
    private final Points points;

    Figures(StringRedisTemplate redis, Points points) {
        this.redis = redis;
        this.points = points;
    }

    /**
     * The figures of those that have points.
     *
     * @param legacy points of a trace that are not in its list
     */
    List<TraceSummary> of(List<String> baseIds, Function<String, List<TracePoint>> legacy) {
        List<TraceSummary> summaries = new ArrayList<>(baseIds.size());
        for (Kept kept : kept(baseIds)) {
            List<TracePoint> besides = legacy.apply(kept.baseId());
            TraceFigures figures = new TraceFigures(kept.fields());
            TraceSummary summary = besides.isEmpty() && figures.areOf(kept.points())
                    ? figures.summary(kept.baseId())
                    : addedUp(kept, besides);
            if (summary != null) {
                summaries.add(summary);
            }
        }
        return summaries;
    }

    private @Nullable TraceSummary addedUp(Kept kept, List<TracePoint> besides) {
        TraceTally tally = new TraceTally();
        besides.forEach(tally::add);
        if (kept.points() <= LONGEST_READ) {
            points.readList(redis, kept.baseId(), kept.points(), 0, tally::add);
            return tally.summary();
        }
        points.readEnds(redis, kept.baseId(), tally::add);
        TraceSummary ends = tally.summary();
        return ends == null ? null : ends.withAtLeast(kept.points() / 2, new TraceFigures(kept.fields()).errors());
    }

    /** In one round trip, without asking first what the keys hold. */
    private List<Kept> kept(List<String> baseIds) {
        List<Kept> kept = redis.execute((RedisCallback<List<Kept>>) connection -> kept(baseIds, commands(connection)));
        return kept == null ? List.of() : kept;
    }

    @SuppressWarnings("unchecked")
    private static RedisAsyncCommands<byte[], byte[]> commands(RedisConnection connection) {
        return (RedisAsyncCommands<byte[], byte[]>) connection.getNativeConnection();
    }

    private static List<Kept> kept(List<String> baseIds, RedisAsyncCommands<byte[], byte[]> server) {
        List<RedisFuture<Long>> lengths =
                baseIds.stream().map(baseId -> server.llen(list(baseId))).toList();
        List<RedisFuture<Map<byte[], byte[]>>> hashes =
                baseIds.stream().map(baseId -> server.hgetall(figures(baseId))).toList();
        List<Kept> kept = new ArrayList<>(baseIds.size());
        for (int i = 0; i < baseIds.size(); i++) {
            long length = answer(lengths.get(i), 0L);
            kept.add(new Kept(baseIds.get(i), length, fields(answer(hashes.get(i), Map.of()))));
        }
        return kept;
    }

    /** A key that holds something else is as good as one that is not there. */
    private static <T> T answer(RedisFuture<T> future, T none) {
        try {
            return LettuceFutures.awaitOrCancel(future, LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (RedisCommandExecutionException refused) {
            if (String.valueOf(refused.getMessage()).startsWith("WRONGTYPE")) {
                return none;
            }
            throw refused;
        }
    }

    private static Map<String, String> fields(Map<byte[], byte[]> hash) {
        Map<String, String> fields = new HashMap<>();
        hash.forEach((field, value) -> fields.put(text(field), text(value)));
        return fields;
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static byte[] list(String baseId) {
        return AppendCall.utf8(OsprofilerKeys.POINTS + baseId);
    }

    private static byte[] figures(String baseId) {
        return AppendCall.utf8(OsprofilerKeys.FIGURES + baseId);
    }
}
