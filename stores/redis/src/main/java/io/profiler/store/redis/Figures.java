// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.profiler.point.TracePoint;
import io.profiler.store.TraceSummary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The figures of traces: those that the script keeps, where they are of the whole list; else what its points add up to. */
final class Figures {

    private final StringRedisTemplate redis;
    private final AddedUp addedUp;

    Figures(StringRedisTemplate redis, AddedUp addedUp) {
        this.redis = redis;
        this.addedUp = addedUp;
    }

    /**
     * The figures of those that have points.
     *
     * @param legacy points of a trace that are not in its list
     */
    List<TraceSummary> of(List<String> baseIds, Function<String, List<TracePoint>> legacy) {
        List<TraceSummary> summaries = new ArrayList<>(baseIds.size());
        List<KeptFigures> ofOthers = new ArrayList<>();
        for (KeptFigures kept : kept(baseIds)) {
            List<TracePoint> besides = legacy.apply(kept.baseId());
            if (!besides.isEmpty()) {
                addIfAny(summaries, addedUp.of(redis, kept, besides));
            } else if (kept.areWhole()) {
                summaries.add(kept.figures().summary(kept.baseId()));
            } else if (kept.points() > 0) {
                ofOthers.add(kept);
            }
        }
        summaries.addAll(addedUp.of(redis, ofOthers));
        return summaries;
    }

    private static void addIfAny(List<TraceSummary> summaries, @Nullable TraceSummary summary) {
        if (summary != null) {
            summaries.add(summary);
        }
    }

    /** In one round trip, without asking first what the keys hold. */
    private List<KeptFigures> kept(List<String> baseIds) {
        return DriverCommands.with(redis, server -> kept(baseIds, server));
    }

    private List<KeptFigures> kept(List<String> baseIds, RedisAsyncCommands<byte[], byte[]> server) {
        List<RedisFuture<Long>> lengths =
                baseIds.stream().map(baseId -> server.llen(list(baseId))).toList();
        List<RedisFuture<Map<byte[], byte[]>>> hashes =
                baseIds.stream().map(baseId -> server.hgetall(figures(baseId))).toList();
        List<KeptFigures> kept = new ArrayList<>(baseIds.size());
        for (int i = 0; i < baseIds.size(); i++) {
            long length = DriverCommands.answer(redis, lengths.get(i), 0L);
            TraceFigures figures = new TraceFigures(fields(DriverCommands.answer(redis, hashes.get(i), Map.of())));
            kept.add(new KeptFigures(baseIds.get(i), length, figures));
        }
        return kept;
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
