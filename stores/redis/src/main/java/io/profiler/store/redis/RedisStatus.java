// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.store.StoreStatus;
import io.profiler.store.backend.ClockDifference;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** What Redis tells of itself and of the lists of trace points. */
final class RedisStatus {

    private final StringRedisTemplate redis;

    RedisStatus(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** Our index is written with the points themselves: none of ours is missing. */
    StoreStatus read() {
        Properties server = info("server");
        List<String> lists = Scan.keys(redis, OsprofilerKeys.POINTS, DataType.LIST);
        return new StoreStatus(
                server == null ? null : "Redis " + server.getProperty("redis_version"),
                (long) lists.size(),
                points(lists),
                bytes(),
                List.of(),
                allowed(() -> ClockDifference.measure(this::clock)),
                lists.isEmpty() ? null : writers(lists));
    }

    private @Nullable Properties info(String section) {
        return allowed(() -> redis.execute((RedisCallback<Properties>)
                connection -> connection.serverCommands().info(section)));
    }

    /** What this user may not ask stays untold. */
    private static <T> @Nullable T allowed(Supplier<@Nullable T> question) {
        try {
            return question.get();
        } catch (DataAccessException refused) {
            if (Causes.isNotPermitted(refused)) {
                return null;
            }
            throw refused;
        }
    }

    private long points(List<String> lists) {
        List<Object> lengths = Pipeline.commands(
                redis,
                pipeline -> lists.forEach(key -> pipeline.listCommands().lLen(key.getBytes(StandardCharsets.UTF_8))));
        return lengths.stream()
                .mapToLong(length -> ((Number) length).longValue())
                .sum();
    }

    private @Nullable Long bytes() {
        Properties memory = info("memory");
        String bytes = memory == null ? null : memory.getProperty("used_memory");
        return bytes == null ? null : Long.valueOf(bytes);
    }

    private @Nullable Instant clock() {
        Long micros = redis.execute(
                (RedisCallback<Long>) connection -> connection.serverCommands().time(TimeUnit.MICROSECONDS));
        return micros == null ? null : Instant.EPOCH.plusNanos(micros * 1_000);
    }

    private String writers(List<String> lists) {
        List<String> baseIds = lists.stream()
                .map(key -> key.substring(OsprofilerKeys.POINTS.length()))
                .toList();
        int others = ActivityIndex.isThere(redis)
                ? ActivityIndex.missing(redis, baseIds).size()
                : baseIds.size();
        return "this profiler in " + (lists.size() - others) + " traces, only OSprofiler or another in " + others;
    }
}
