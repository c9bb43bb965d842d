// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.point.PointTime;
import io.profiler.point.TracePoint;
import io.profiler.store.TraceSummary;
import io.profiler.store.backend.TraceCatalogue;
import io.profiler.store.backend.TraceTally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.core.StringRedisTemplate;

/** What Redis looks up of the traces under OSprofiler's keys, for one list. */
final class RedisCatalogue implements TraceCatalogue {

    private static final int PAGE = 200;

    private final StringRedisTemplate redis;
    private final Points points;
    private @Nullable Map<String, List<TracePoint>> legacy;

    RedisCatalogue(StringRedisTemplate redis, Points points) {
        this.redis = redis;
        this.points = points;
    }

    @Override
    public Stream<Activity> latestActivity() {
        return activities().stream()
                .sorted(Comparator.comparing(Activity::timestamp).reversed());
    }

    @Override
    public List<String> activeSince(Instant time) {
        String since = PointTime.format(time);
        return activities().stream()
                .filter(activity -> activity.timestamp().compareTo(since) >= 0)
                .map(Activity::baseId)
                .distinct()
                .toList();
    }

    /** Our index knows our traces; those of others are found by looking at all keys, and read. */
    private List<Activity> activities() {
        Map<String, String> index = ActivityIndex.read(redis);
        List<Activity> activities = new ArrayList<>();
        legacy().values().forEach(trace -> trace.forEach(point -> activities.add(activity(point))));
        List<String> foreign = new ArrayList<>();
        for (String baseId : listed()) {
            String lastActive = index.get(baseId);
            if (lastActive == null) {
                foreign.add(baseId);
            } else {
                activities.add(new Activity(baseId, lastActive));
            }
        }
        for (List<String> page : pages(foreign)) {
            points.newestOfEach(redis, page).forEach(point -> activities.add(activity(point)));
        }
        return activities;
    }

    private static Activity activity(TracePoint point) {
        return new Activity(point.baseId(), point.timestamp());
    }

    @Override
    public List<TraceSummary> summaries(List<String> baseIds) {
        List<TraceSummary> summaries = new ArrayList<>(baseIds.size());
        for (List<String> page : pages(baseIds)) {
            List<List<TracePoint>> listed = points.ofEach(redis, page);
            for (int i = 0; i < page.size(); i++) {
                List<TracePoint> trace = new ArrayList<>(legacy().getOrDefault(page.get(i), List.of()));
                trace.addAll(listed.get(i));
                summaries.add(TraceTally.of(trace));
            }
        }
        return summaries.stream().filter(Objects::nonNull).toList();
    }

    @Override
    public List<TraceSummary> allSummaries() {
        return summaries(Stream.concat(legacy().keySet().stream(), listed().stream())
                .distinct()
                .toList());
    }

    @Override
    public List<Activity> failed() {
        return points.failed(redis, Scan.keys(redis, OsprofilerKeys.FAILED, DataType.STRING));
    }

    private List<String> listed() {
        return Scan.keys(redis, OsprofilerKeys.POINTS, DataType.LIST).stream()
                .map(key -> key.substring(OsprofilerKeys.POINTS.length()))
                .toList();
    }

    private Map<String, List<TracePoint>> legacy() {
        Map<String, List<TracePoint>> found = legacy;
        if (found == null) {
            found = new LinkedHashMap<>();
            for (TracePoint point : points.legacy(redis, Scan.keys(redis, OsprofilerKeys.LEGACY, DataType.STRING))) {
                found.computeIfAbsent(point.baseId(), baseId -> new ArrayList<>())
                        .add(point);
            }
            legacy = found;
        }
        return found;
    }

    private static List<List<String>> pages(List<String> all) {
        List<List<String>> pages = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PAGE) {
            pages.add(all.subList(from, Math.min(all.size(), from + PAGE)));
        }
        return pages;
    }
}
