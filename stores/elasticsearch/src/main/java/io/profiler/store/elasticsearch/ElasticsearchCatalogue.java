// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import io.profiler.point.PointTime;
import io.profiler.store.ReadLimit;
import io.profiler.store.TraceSummary;
import io.profiler.store.backend.TraceCatalogue;
import io.profiler.store.backend.TraceTally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the server looks up of the traces in OSprofiler's indexes. Traces are added up here: the server's own counts of
 * distinct values are estimates, and it cannot group by an id that it takes for prose.
 */
final class ElasticsearchCatalogue implements TraceCatalogue {

    /** As nanoseconds since 1970 in 64 bits. */
    private static final Instant LAST_SORTED = Instant.ofEpochSecond(0, Long.MAX_VALUE);

    private static final String[] FIGURES = {
        "name",
        "base_id",
        "trace_id",
        "parent_id",
        "timestamp",
        "service",
        "info.etype",
        "info.request.method",
        "info.request.path",
        "info.response.status"
    };

    private final ElasticsearchConnection connection;
    private final Documents documents;

    ElasticsearchCatalogue(ElasticsearchConnection connection, Documents documents) {
        this.connection = connection;
        this.documents = documents;
    }

    @Override
    public Stream<Activity> latestActivity(@Nullable String upTo, Set<String> without) {
        return activities(
                        OsprofilerIndexes.POINTS,
                        Queries.activity(upTo == null ? "" : upTo, without),
                        Queries.byTime("desc"))
                .map(ElasticsearchCatalogue::inOrder);
    }

    /** Where a time stands that the server cannot sort by tells nothing of those that follow. */
    private static Activity inOrder(Activity activity) {
        Instant time = PointTime.parse(activity.timestamp());
        boolean sorted = time != null && !time.isBefore(Instant.EPOCH) && !time.isAfter(LAST_SORTED);
        return sorted ? activity : new Activity(activity.baseId(), "");
    }

    @Override
    public List<TraceSummary> summaries(List<String> baseIds) {
        return figures(Queries.ofTraces(baseIds), new HashSet<>(baseIds)::contains);
    }

    @Override
    public List<TraceSummary> allSummaries() {
        return figures(Queries.all(), baseId -> true);
    }

    private List<TraceSummary> figures(Map<String, Object> query, Predicate<String> wanted) {
        List<TraceSummary> summaries = new ArrayList<>();
        tallies(query, wanted, Pages.OF_DOCUMENTS).values().forEach(tally -> {
            TraceSummary summary = tally.summary();
            if (summary != null) {
                summaries.add(summary);
            }
        });
        return summaries;
    }

    /** A path or a message may have megabytes. */
    private Map<String, TraceTally> tallies(Map<String, Object> query, Predicate<String> wanted, Pages pages) {
        Map<String, TraceTally> tallies = new HashMap<>();
        try (Stream<Hit> hits =
                Scroll.of(connection, OsprofilerIndexes.POINTS, query, Queries.UNSORTED, pages, FIGURES)) {
            hits.map(documents::readable)
                    .flatMap(List::stream)
                    .filter(point -> wanted.test(point.baseId()))
                    .forEach(point -> tallies.computeIfAbsent(point.baseId(), baseId -> new TraceTally())
                            .add(point));
            return tallies;
        } catch (LongAnswerException tooLong) {
            return tallies(query, wanted, pages.smaller(ReadLimit.NONE));
        }
    }

    @Override
    public List<String> activeSince(Instant time) {
        Set<String> ids = new HashSet<>();
        try (Stream<Activity> active = activities(OsprofilerIndexes.POINTS, Queries.since(time), Queries.UNSORTED)) {
            active.forEach(activity -> ids.add(activity.baseId()));
        }
        return List.copyOf(ids);
    }

    @Override
    public List<Activity> failed(int most) {
        try (Stream<Activity> failed = activities(OsprofilerIndexes.FAILED, Queries.all(), Queries.byTime("desc"))) {
            return (most == 0 ? failed : failed.limit(most)).toList();
        }
    }

    private Stream<Activity> activities(String index, Map<String, Object> query, Object sort) {
        return Scroll.of(connection, index, query, sort, Pages.OF_IDS, "base_id", "timestamp")
                .map(hit -> new Activity(hit.text("base_id"), hit.text("timestamp")));
    }
}
