// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.point.TracePoint;
import io.profiler.store.TraceSummary;
import io.profiler.store.backend.TraceTally;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * The figures of traces: those that the script keeps, where they are of the whole list; else, as for traces of others, the
 * list is read by the page, and of a very long one its ends.
 */
final class Figures {

    private static final long LONGEST_READ = 20_000;

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

    private List<Kept> kept(List<String> baseIds) {
        Iterator<Object> types = Lists.pipelined(
                        redis,
                        pipeline -> baseIds.forEach(baseId -> {
                            pipeline.keyCommands().type(list(baseId));
                            pipeline.keyCommands().type(figures(baseId));
                        }))
                .iterator();
        List<Boolean> present = new ArrayList<>(2 * baseIds.size());
        baseIds.forEach(baseId -> {
            present.add(types.next() == DataType.LIST);
            present.add(types.next() == DataType.HASH);
        });
        return kept(baseIds, present);
    }

    private List<Kept> kept(List<String> baseIds, List<Boolean> present) {
        Iterator<Object> values = Lists.pipelined(redis, pipeline -> {
                    for (int i = 0; i < baseIds.size(); i++) {
                        if (present.get(2 * i)) {
                            pipeline.listCommands().lLen(list(baseIds.get(i)));
                        }
                        if (present.get(2 * i + 1)) {
                            pipeline.hashCommands().hGetAll(figures(baseIds.get(i)));
                        }
                    }
                })
                .iterator();
        List<Kept> kept = new ArrayList<>(baseIds.size());
        for (int i = 0; i < baseIds.size(); i++) {
            long length = present.get(2 * i) ? ((Number) values.next()).longValue() : 0;
            kept.add(new Kept(baseIds.get(i), length, present.get(2 * i + 1) ? fields(values.next()) : Map.of()));
        }
        return kept;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> fields(Object hash) {
        return (Map<String, String>) hash;
    }

    private static byte[] list(String baseId) {
        return AppendCall.utf8(OsprofilerKeys.POINTS + baseId);
    }

    private static byte[] figures(String baseId) {
        return AppendCall.utf8(OsprofilerKeys.FIGURES + baseId);
    }
}
