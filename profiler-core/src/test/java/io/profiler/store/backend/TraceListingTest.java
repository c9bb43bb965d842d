// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.PointTime;
import io.profiler.point.TracePoint;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TraceListingTest {

    private static final Instant START = Instant.parse("2026-01-31T00:00:00Z");

    private final CountingCatalogue catalogue = new CountingCatalogue();

    @Test
    void theNewestOfManyTakeALookOrTwo() {
        IntStream.range(0, 5_000).forEach(second -> catalogue.add("trace" + second, second, 1));

        assertThat(list(TraceQuery.newest(3))).containsExactly("trace4999", "trace4998", "trace4997");

        assertThat(catalogue.lookUps).isLessThanOrEqualTo(2);
        assertThat(catalogue.activitiesRead).isLessThan(50);
    }

    @Test
    void aTraceThatLastsLongDoesNotHideOneThatBeganLater() {
        catalogue.add("long", 1, 1_000);
        catalogue.add("late", 500, 1);
        IntStream.range(0, 400).forEach(second -> catalogue.add("trace" + second, second, 1));

        assertThat(list(TraceQuery.newest(1))).containsExactly("late");
    }

    @Test
    void aFilterLooksFurtherBackUntilThereAreEnough() {
        IntStream.range(0, 3_000).forEach(second -> catalogue.add(second % 1_000 == 0 ? "rare" : "often", second, 1));

        TraceQuery query = new TraceQuery(false, null, null, null, "RARE", TraceQuery.Order.STARTED, 2);

        assertThat(list(query)).containsExactly("rare2000", "rare1000");
        assertThat(catalogue.activitiesRead).isLessThan(2 * 2_500);
    }

    @Test
    void nothingIsReadFromBeforeTheTimeThatIsAskedFor() {
        IntStream.range(0, 3_000).forEach(second -> catalogue.add("trace", second, 1));

        TraceQuery query =
                new TraceQuery(false, START.plusSeconds(2_990), null, null, null, TraceQuery.Order.STARTED, 500);

        assertThat(list(query)).hasSize(10);
        assertThat(catalogue.activitiesRead).isLessThan(1_200);
    }

    /** A database that ignores the case of ids finds a trace by another's. */
    @Test
    void aFailedTraceThatIsFoundByTwoIdsIsListed() {
        catalogue.add("order", 1, 1);
        String failedAt = PointTime.format(START);
        catalogue.failed = Stream.of(
                        Stream.of("ORDER"), IntStream.range(0, 300).mapToObj(i -> "other" + i), Stream.of("order"))
                .flatMap(ids -> ids)
                .map(baseId -> new TraceCatalogue.Activity(baseId, failedAt))
                .toList();

        assertThat(list(TraceQuery.failed())).hasSize(302).contains("order");
    }

    @Test
    void noMoreTracesAreLookedAtThanTheLatestThatAreAskedFor() {
        IntStream.range(0, 5_000).forEach(second -> catalogue.add("trace" + second, second, 1));

        assertThat(list(among(300, TraceQuery.Order.DURATION, 5_000))).hasSize(300);
        assertThat(list(among(300, TraceQuery.Order.STARTED, 0))).hasSize(300).startsWith("trace4999");
        assertThat(list(among(300, TraceQuery.Order.SPANS, 2))).containsExactly("trace4999", "trace4998");
        assertThat(catalogue.activitiesRead).isLessThan(3 * 2 * 310);
    }

    @Test
    void aTraceWithVeryManyPointsIsPassedOverOnceItIsKnown() {
        catalogue.add("giant", 0, 50_000);
        IntStream.range(0, 50_000).forEach(second -> catalogue.addPoint("giant", second));
        IntStream.range(0, 50).forEach(second -> catalogue.add("trace" + second, 1_000 * second, 1));

        assertThat(list(among(1_000, TraceQuery.Order.STARTED, 20))).startsWith("trace49", "trace48", "trace47");
        assertThat(catalogue.activitiesRead).isLessThan(5_000);
    }

    private static TraceQuery among(int latest, TraceQuery.Order order, int limit) {
        return new TraceQuery(false, null, null, null, null, order, limit, false, latest, null);
    }

    private List<String> list(TraceQuery query) {
        return new TraceListing(catalogue)
                .list(query).stream().map(TraceSummary::baseId).toList();
    }

    @Test
    void longTextsAreCutAndTracesWithEndlessIdsLeftOut() {
        TracePoint point = new TracePoint(
                "wsgi-start",
                "id",
                "a",
                "id",
                "2026-01-31T12:00:00.000000",
                Map.of("request", Map.of("method", "GET", "path", "/" + "x".repeat(1_000_000))),
                "p",
                "s".repeat(1_000_000));
        TraceSummary summary = TraceTally.of(List.of(point));

        assertThat(TraceTally.nameOf("wsgi-start", point.info().get("request"))).hasSizeLessThan(2_000);
        assertThat(summary.name()).startsWith("GET /x").hasSize(300).endsWith("…");
        assertThat(summary.service()).hasSize(300);

        catalogue.add("x".repeat(2_000), 0, 1);
        catalogue.add("short", 0, 1);
        assertThat(list(TraceQuery.newest(10))).containsExactly("short");
        assertThat(list(TraceQuery.all())).containsExactly("short");
    }

    /** Counts what it is asked for. */
    private static final class CountingCatalogue implements TraceCatalogue {

        private List<Activity> failed = List.of();

        private final List<TraceSummary> traces = new ArrayList<>();
        private final List<Activity> points = new ArrayList<>();
        private int lookUps;
        private int activitiesRead;

        void add(String name, int second, int seconds) {
            Instant start = START.plusSeconds(second);
            traces.add(new TraceSummary(
                    name.equals("rare") || name.equals("often") || name.equals("trace") ? name + second : name,
                    PointTime.format(start),
                    name,
                    "api",
                    start,
                    Duration.ofSeconds(seconds),
                    1,
                    1,
                    0,
                    null));
        }

        void addPoint(String baseId, int second) {
            points.add(new Activity(baseId, PointTime.format(START.plusSeconds(second))));
        }

        @Override
        public Stream<Activity> latestActivity(@Nullable String upTo, Set<String> without) {
            List<Activity> latestFirst = Stream.concat(points.stream(), ends())
                    .filter(activity -> !without.contains(activity.baseId()))
                    .filter(activity -> upTo == null || activity.timestamp().compareTo(upTo) <= 0)
                    .sorted(Comparator.comparing(Activity::timestamp).reversed())
                    .toList();
            return latestFirst.stream().peek(activity -> activitiesRead++);
        }

        private Stream<Activity> ends() {
            return traces.stream()
                    .flatMap(trace -> Stream.of(trace.timestamp(), PointTime.format(end(trace)))
                            .map(timestamp -> new Activity(trace.baseId(), timestamp)));
        }

        private static Instant end(TraceSummary trace) {
            return trace.startedAt().plus(trace.duration());
        }

        @Override
        public List<TraceSummary> summaries(List<String> baseIds) {
            lookUps++;
            return traces.stream()
                    .filter(trace -> baseIds.stream().anyMatch(trace.baseId()::equalsIgnoreCase))
                    .toList();
        }

        @Override
        public List<TraceSummary> allSummaries() {
            return traces;
        }

        @Override
        public List<String> activeSince(Instant time) {
            return traces.stream()
                    .filter(trace -> !end(trace).isBefore(time))
                    .map(TraceSummary::baseId)
                    .toList();
        }

        @Override
        public List<Activity> failed(int most) {
            return failed;
        }
    }
}
