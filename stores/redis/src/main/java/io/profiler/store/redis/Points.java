// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePoint;
import io.profiler.store.BoundedPoints;
import io.profiler.store.backend.TraceCatalogue.Activity;
import io.profiler.store.backend.TracePointJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Reads the values of keys; those that are no trace points are left out with a warning. */
final class Points {

    /** Small enough for a page to be no burden, whoever wrote it. */
    private static final int PAGE = 500;

    private final OccasionalLog foreign = new OccasionalLog(LoggerFactory.getLogger(Points.class));
    private final RedisConnection connection;

    Points(RedisConnection connection) {
        this.connection = connection;
    }

    /** Reads a trace, in the order in which OSprofiler does, by the page. */
    void read(StringRedisTemplate redis, String baseId, BoundedPoints bounded) {
        List<String> keys = legacyKeys(redis, baseId);
        for (int from = 0; from < keys.size(); from += PAGE) {
            legacy(redis, keys.subList(from, Math.min(keys.size(), from + PAGE))).stream()
                    .filter(point -> point.baseId().equals(baseId))
                    .forEach(bounded::add);
        }
        String key = OsprofilerKeys.POINTS + baseId;
        Long length = redis.type(key) == DataType.LIST ? redis.opsForList().size(key) : null;
        if (length != null) {
            bounded.expect(length);
            readList(redis, baseId, length, 0, bounded::add);
        }
    }

    /**
     * Reads a part of a list, as {@link ListPages} do.
     *
     * @param from how far from the end it begins
     * @param to how far from the end it ends
     */
    void readList(StringRedisTemplate redis, String baseId, long from, long to, Consumer<TracePoint> reader) {
        ListPages.read(
                redis,
                OsprofilerKeys.POINTS + baseId,
                from,
                to,
                page -> readable(OsprofilerKeys.POINTS, page, TracePointJson::read)
                        .forEach(reader));
    }

    /** Reads the newest and the oldest points of a list that is long. */
    void readEnds(StringRedisTemplate redis, String baseId, long length, Consumer<TracePoint> reader) {
        readList(redis, baseId, length, length - PAGE, reader);
        readList(redis, baseId, PAGE, 0, reader);
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

    /** The point at the head of each list; those of many are not all here at once. */
    void newestOfEach(StringRedisTemplate redis, List<String> baseIds, Consumer<TracePoint> reader) {
        for (int from = 0; from < baseIds.size(); from += PAGE) {
            List<byte[]> keys = baseIds.subList(from, Math.min(baseIds.size(), from + PAGE)).stream()
                    .map(baseId -> AppendCall.utf8(OsprofilerKeys.POINTS + baseId))
                    .toList();
            ListHeads.read(
                    redis,
                    keys,
                    head -> readable(OsprofilerKeys.POINTS, List.of(head), TracePointJson::read)
                            .forEach(reader));
        }
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
