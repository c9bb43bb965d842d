// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.point.PointTime;
import io.profiler.point.TracePoint;
import io.profiler.store.TraceSummary;
import io.profiler.store.backend.TraceCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * What Redis looks up of the traces under OSprofiler's keys, for one list: of our traces in our index, of those of others by
 * looking at all keys.
 */
final class RedisCatalogue implements TraceCatalogue {

    private static final int PAGE = 200;

    private final StringRedisTemplate redis;
    private final Points points;
    private final Figures figures;
    private final ForeignTraces.Found foreign;

    RedisCatalogue(StringRedisTemplate redis, Points points, AddedUp addedUp, ForeignTraces.Found foreign) {
        this.redis = redis;
        this.points = points;
        this.figures = new Figures(redis, addedUp);
        this.foreign = foreign;
    }

    /** One entry for each trace. */
    @Override
    public Stream<Activity> latestActivity(@Nullable String upTo, Set<String> without) {
        return LatestFirst.of(ActivityIndex.latest(redis), foreign.latestFirst());
    }

    @Override
    public List<String> activeSince(Instant time) {
        String since = PointTime.format(time);
        Stream<String> others = foreign.activities().stream()
                .filter(activity -> activity.timestamp().compareTo(since) >= 0)
                .map(Activity::baseId);
        return Stream.concat(ActivityIndex.since(redis, time).stream(), others)
                .distinct()
                .toList();
    }

    @Override
    public List<TraceSummary> summaries(List<String> baseIds) {
        List<TraceSummary> summaries = new ArrayList<>(baseIds.size());
        for (int from = 0; from < baseIds.size(); from += PAGE) {
            List<String> page = baseIds.subList(from, Math.min(baseIds.size(), from + PAGE));
            summaries.addAll(figures.of(page, this::legacy));
        }
        return summaries;
    }

    private List<TracePoint> legacy(String baseId) {
        return foreign.legacy().getOrDefault(baseId, List.of());
    }

    @Override
    public List<TraceSummary> allSummaries() {
        List<String> listed = new ArrayList<>(foreign.legacy().keySet());
        Scan.pages(
                redis,
                OsprofilerKeys.POINTS,
                DataType.LIST,
                keys -> keys.forEach(key -> listed.add(key.substring(OsprofilerKeys.POINTS.length()))));
        return summaries(listed.stream().distinct().toList());
    }

    @Override
    public List<Activity> failed(int most) {
        Latest failed = new Latest(most);
        Scan.pages(
                redis,
                OsprofilerKeys.FAILED,
                DataType.STRING,
                keys -> points.failed(redis, keys).forEach(failed::add));
        return failed.toList();
    }
}
