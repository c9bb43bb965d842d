// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.store.TracePointJson;
import io.profiler.store.TraceSummary;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The index of failed traces: one key each, with the time of its last error, as OSprofiler keeps it. */
final class FailedTraces {

    private static final Logger logger = LoggerFactory.getLogger(FailedTraces.class);

    private final RedisConnection connection;

    FailedTraces(RedisConnection connection) {
        this.connection = connection;
    }

    /** In order of their errors, as OSprofiler lists them. */
    List<TraceSummary> list(StringRedisTemplate redis) {
        List<String> keys = Scan.keys(redis, OsprofilerKeys.FAILED, DataType.STRING);
        List<String> documents =
                keys.isEmpty() ? List.of() : redis.opsForValue().multiGet(keys);
        return documents.stream()
                .filter(Objects::nonNull)
                .flatMap(this::readable)
                .sorted(Comparator.comparing(TraceSummary::timestamp).thenComparing(TraceSummary::baseId))
                .toList();
    }

    private Stream<TraceSummary> readable(String document) {
        try {
            Map<String, @Nullable Object> members = TracePointJson.readMembers(document);
            return Stream.of(
                    new TraceSummary(String.valueOf(members.get("base_id")), String.valueOf(members.get("timestamp"))));
        } catch (IllegalArgumentException foreign) {
            logger.warn("A value of {} in {} is left out: {}", OsprofilerKeys.FAILED, connection, foreign.getMessage());
            return Stream.empty();
        }
    }
}
