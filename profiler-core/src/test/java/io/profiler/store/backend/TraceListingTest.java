// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.PointTime;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    private List<String> list(TraceQuery query) {
        return new TraceListing(catalogue)
                .list(query).stream().map(TraceSummary::baseId).toList();
    }

    /** Counts what it is asked for. */
    private static final class CountingCatalogue implements TraceCatalogue {

        private final List<TraceSummary> traces = new ArrayList<>();
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
                    0));
        }

        @Override
        public Stream<Activity> latestActivity() {
            List<Activity> latestFirst = traces.stream()
                    .flatMap(trace -> Stream.of(trace.timestamp(), PointTime.format(end(trace)))
                            .map(timestamp -> new Activity(trace.baseId(), timestamp)))
                    .sorted(Comparator.comparing(Activity::timestamp).reversed())
                    .toList();
            return latestFirst.stream().peek(activity -> activitiesRead++);
        }

        private static Instant end(TraceSummary trace) {
            return trace.startedAt().plus(trace.duration());
        }

        @Override
        public List<TraceSummary> summaries(List<String> baseIds) {
            lookUps++;
            return traces.stream()
                    .filter(trace -> baseIds.contains(trace.baseId()))
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
        public List<Activity> failed() {
            return List.of();
        }
    }
}
