// SPDX-License-Identifier: Apache-2.0
package io.profiler.test;

import static io.profiler.test.SampleTraces.at;
import static io.profiler.test.SampleTraces.instant;
import static io.profiler.test.SampleTraces.lasting;
import static io.profiler.test.SampleTraces.requestWithAFailedQuery;
import static io.profiler.test.SampleTraces.span;
import static io.profiler.test.SampleTraces.timestamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.profiler.point.Manifest;
import io.profiler.point.TracePoint;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the lists of a {@link TraceStore} have to hold. */
interface TraceListContract extends StoreUnderTest {

    @Test
    default void listsEachTraceOnceWithItsBeginning() {
        store().append(span("late", "late", "wsgi", 5));
        List<TracePoint> unordered = new ArrayList<>(span("early", "early", "wsgi", 1));
        Collections.reverse(unordered);
        store().append(unordered);

        assertThat(store().list(TraceQuery.all()))
                .extracting(TraceSummary::baseId, TraceSummary::timestamp)
                .containsExactly(tuple("late", timestamp(5)), tuple("early", timestamp(1)));
    }

    @Test
    default void listsWhatATraceAddsUpTo() {
        store().append(requestWithAFailedQuery("base", 3));

        assertThat(store().list(TraceQuery.all()))
                .containsExactly(new TraceSummary(
                        "base",
                        timestamp(3),
                        "GET /v2/queues",
                        "api",
                        Instant.parse(timestamp(3) + "Z"),
                        Duration.ofSeconds(7),
                        2,
                        3,
                        1,
                        null));
    }

    /** It comes as OSprofiler's readers take it: for an earlier stop of the request's span. */
    @Test
    default void aManifestCountsAsNothing() {
        List<TracePoint> failed = SampleTraces.failedSpan("failed", 30);
        for (List<TracePoint> trace : List.of(requestWithAFailedQuery("told", 3), failed, lasting("long", 60, 9))) {
            store().append(SampleTraces.withManifests(trace));
        }
        store().append(SampleTraces.withManifests(lasting("long", 90, 2)));

        assertThat(store().list(TraceQuery.all()))
                .extracting(
                        TraceSummary::baseId,
                        TraceSummary::name,
                        TraceSummary::requests,
                        TraceSummary::spans,
                        TraceSummary::errors,
                        TraceSummary::duration)
                .containsExactlyInAnyOrder(
                        tuple("told", "GET /v2/queues", 2L, 3L, 1L, Duration.ofSeconds(7)),
                        tuple("failed", "wsgi", 1L, 1L, 1L, Duration.ofSeconds(1)),
                        tuple("long", "wsgi", 2L, 2L, 0L, Duration.ofSeconds(11)));
        assertThat(store().read("told"))
                .filteredOn(TracePoint::isManifest)
                .hasSize(2)
                .allSatisfy(point -> {
                    assertThat(Manifest.of(point.info())).isEqualTo(new Manifest(3, 6, Map.of(), 0));
                    assertThat(store().read("told"))
                            .filteredOn(other -> other.traceId().equals(point.traceId()))
                            .last()
                            .matches(other -> !other.isManifest());
                });
    }

    /** As whoever sends constant headers makes them; the fourth request overlaps the third. */
    @Test
    default void pausesBetweenTheRequestsOfATraceAreNotItsDuration() {
        store().append(lasting("base", 1, 2));
        store().append(lasting("base", 1_000, 5));
        store().append(lasting("base", 9_000, 10));
        store().append(lasting("base", 9_008, 4));
        store().append(lasting("other", 20, 3_000));

        assertThat(store().list(ordered(TraceQuery.Order.DURATION, 0)))
                .extracting(TraceSummary::baseId, TraceSummary::requests, TraceSummary::duration)
                .containsExactly(
                        tuple("other", 1L, Duration.ofSeconds(3_000)), tuple("base", 4L, Duration.ofSeconds(19)));
        assertThat(store().list(TraceQuery.newest(5)))
                .extracting(TraceSummary::requests)
                .containsExactly(1L, 4L);
    }

    /** How long it ran is not known. */
    @Test
    default void aRequestThatHasNotEndedCountsUpToItsStart() {
        store().append(lasting("base", 1, 2).subList(0, 1));
        store().append(lasting("base", 100, 5));

        assertThat(store().list(TraceQuery.all()))
                .extracting(TraceSummary::requests, TraceSummary::duration)
                .containsExactly(tuple(2L, Duration.ofSeconds(5)));
    }

    @Test
    default void listsTheTracesThatBeganLast() {
        store().append(lasting("long", 1, 100));
        store().append(lasting("first", 2, 1));
        store().append(lasting("second", 4, 1));
        store().append(lasting("third", 6, 1));

        assertThat(idsOf(TraceQuery.newest(1))).containsExactly("third");
        assertThat(idsOf(TraceQuery.newest(3))).containsExactly("third", "second", "first");
        assertThat(idsOf(TraceQuery.newest(9))).containsExactly("third", "second", "first", "long");
    }

    @Test
    default void listsWhatAFilterLetsThrough() {
        store().append(lasting("old and long", 1, 100));
        store().append(lasting("short", 10, 1));
        store().append(lasting("long", 20, 50));
        store().append(requestWithAFailedQuery("request", 30));

        assertThat(idsOf(filter(instant(10), null, null, null))).containsExactly("request", "long", "short");
        assertThat(idsOf(filter(null, Duration.ofSeconds(50), null, null))).containsExactly("long", "old and long");
        assertThat(idsOf(filter(null, null, "api", "V2/que"))).containsExactly("request");
        assertThat(idsOf(filter(null, null, "nobody's", null))).isEmpty();
    }

    @Test
    default void listsInTheOrderThatIsAskedFor() {
        store().append(lasting("longest", 1, 100));
        store().append(requestWithAFailedQuery("request", 2));
        store().append(lasting("shortest", 3, 1));

        assertThat(idsOf(ordered(TraceQuery.Order.DURATION, 2))).containsExactly("longest", "request");
        assertThat(idsOf(ordered(TraceQuery.Order.SPANS, 1))).containsExactly("request");
        assertThat(idsOf(ordered(TraceQuery.Order.ERRORS, 0))).containsExactly("request", "shortest", "longest");
    }

    @Test
    default void aTraceWithWrongTimesIsListedAndHidesNoOther() {
        store().append(lasting("good", 1, 1));
        store().append(at("since year one", "0001-01-01T00:00:00.000000", timestamp(2)));
        store().append(at("in year one", "0001-01-01T00:00:00.000000", "0001-01-01T00:00:01.000000"));
        store().append(at("until year 9999", timestamp(3), "9999-12-31T23:59:59.999999"));
        store().append(at("in year 9999", "9999-12-31T23:59:58.000000", "9999-12-31T23:59:59.999999"));
        store().append(at("without a time", "garbage", "yesterday"));
        store().append(lasting("good, too", 4, 2));

        assertThat(idsOf(TraceQuery.all()))
                .containsExactly(
                        "in year 9999",
                        "good, too",
                        "until year 9999",
                        "good",
                        "in year one",
                        "since year one",
                        "without a time");
        assertThat(idsOf(TraceQuery.newest(1))).containsExactly("in year 9999");
        assertThat(idsOf(TraceQuery.newest(4))).containsExactly("in year 9999", "good, too", "until year 9999", "good");
        assertThat(idsOf(TraceQuery.newest(7))).hasSize(7);
        assertThat(idsOf(ordered(TraceQuery.Order.DURATION, 4)))
                .containsExactly("until year 9999", "since year one", "good, too", "in year 9999");
        assertThat(idsOf(filter(instant(1), null, null, null)))
                .containsExactly("in year 9999", "good, too", "until year 9999", "good");
        assertThat(idsOf(filter(Instant.parse("0001-01-01T00:00:00Z"), null, null, null)))
                .hasSize(6);
        assertThat(idsOf(filter(null, Duration.ofDays(10_000), null, null)))
                .containsExactly("until year 9999", "since year one");
        assertThat(store().list(TraceQuery.all()))
                .allSatisfy(trace -> assertThat((Long) trace.toDocument().get("duration_micros"))
                        .isNotNegative());
        assertThat(store().read("since year one")).hasSize(2);
        assertThat(store().read("without a time")).hasSize(2);
    }

    @Test
    default void tenThousandTracesAreListed() {
        for (int first = 0; first < 10_000; first += 1_000) {
            store().append(IntStream.range(first, first + 1_000)
                    .boxed()
                    .flatMap(i -> span("trace" + i, "trace" + i, "wsgi", i).stream())
                    .toList());
        }

        List<TraceSummary> listed = store().list(TraceQuery.all());
        assertThat(listed).hasSize(10_000);
        assertThat(listed.stream().map(TraceSummary::baseId).collect(Collectors.toSet()))
                .isEqualTo(IntStream.range(0, 10_000).mapToObj(i -> "trace" + i).collect(Collectors.toSet()));
    }

    private static TraceQuery filter(
            @Nullable Instant since, @Nullable Duration minDuration, @Nullable String service, @Nullable String name) {
        return new TraceQuery(false, since, minDuration, service, name, TraceQuery.Order.STARTED, 20);
    }

    private static TraceQuery ordered(TraceQuery.Order order, int limit) {
        return new TraceQuery(false, null, null, null, null, order, limit);
    }
}
