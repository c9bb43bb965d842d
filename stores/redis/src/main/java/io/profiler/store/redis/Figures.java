// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.profiler.point.TracePoint;
import io.profiler.store.TraceSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The figures of traces: those that the script keeps, where they are of the whole list; else what its points add up to. */
final class Figures {

    private static final int AT_ONCE = 5;

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
            } else if (kept.summary() != null) {
                summaries.add(kept.summary());
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

    /** Without asking first what the keys hold; by so many traces that all they remember of requests is no burden. */
    private List<KeptFigures> kept(List<String> baseIds) {
        List<KeptFigures> kept = new ArrayList<>(baseIds.size());
        for (int from = 0; from < baseIds.size(); from += AT_ONCE) {
            List<String> some = baseIds.subList(from, Math.min(baseIds.size(), from + AT_ONCE));
            kept.addAll(DriverCommands.with(redis, server -> kept(some, server)));
        }
        return kept;
    }

    private List<KeptFigures> kept(List<String> baseIds, RedisAsyncCommands<byte[], byte[]> server) {
        List<RedisFuture<Long>> answers = new ArrayList<>(2 * baseIds.size());
        List<ArrivingFields> arriving = new ArrayList<>(baseIds.size());
        for (String baseId : baseIds) {
            ArrivingFields fields = new ArrivingFields();
            arriving.add(fields);
            answers.add(server.llen(list(baseId)));
            answers.add(server.hgetall(fields, figures(baseId)));
        }
        List<KeptFigures> kept = new ArrayList<>(baseIds.size());
        for (int i = 0; i < baseIds.size(); i++) {
            long length = DriverCommands.answer(redis, answers.get(2 * i), 0L);
            DriverCommands.answer(redis, answers.get(2 * i + 1), 0L);
            TraceFigures figures = new TraceFigures(arriving.get(i).fields());
            kept.add(KeptFigures.of(baseIds.get(i), length, figures));
        }
        return kept;
    }

    private static byte[] list(String baseId) {
        return AppendCall.utf8(OsprofilerKeys.POINTS + baseId);
    }

    private static byte[] figures(String baseId) {
        return AppendCall.utf8(OsprofilerKeys.FIGURES + baseId);
    }
}
