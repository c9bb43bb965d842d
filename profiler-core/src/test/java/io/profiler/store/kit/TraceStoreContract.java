// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link TraceStore} has to do. A backend's test extends this class and makes stores over an empty backend;
 * all stores of one test see the same data.
 */
public abstract class TraceStoreContract {

    private TraceStore store;

    /** A store over the backend that this test uses. */
    protected abstract TraceStore createStore(StoreOptions options);

    /** The points of a trace in the order in which this backend gives back what was appended in the given one. */
    protected List<TracePoint> inReadingOrder(List<TracePoint> appended) {
        return appended;
    }

    /** Makes the index of failed traces impossible to write to; does nothing where a backend has none of its own. */
    protected void breakErrorIndex() {}

    @BeforeEach
    void open() {
        store = createStore(new StoreOptions(true, null, StoreOptions.defaults().connectTimeout()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void givesBackWhatWasAppended() {
        List<TracePoint> points = span("base", "base", "wsgi", 1);

        assertThat(store.append(points)).isEqualTo(AppendResult.allStored(2));

        assertThat(store.read("base")).containsExactlyElementsOf(inReadingOrder(points));
    }

    @Test
    void anEmptyBatchOnlyPreparesTheBackend() {
        assertThat(store.append(List.of())).isEqualTo(AppendResult.allStored(0));
        assertThat(store.append(List.of())).isEqualTo(AppendResult.allStored(0));

        assertThat(store.list(TraceQuery.all())).isEmpty();
    }

    @Test
    void anUnknownTraceIsEmpty() {
        assertThat(store.read("nowhere")).isEmpty();
        assertThat(store.list(TraceQuery.all())).isEmpty();
        assertThat(store.list(TraceQuery.failed())).isEmpty();
    }

    @Test
    void tracesAreKeptApart() {
        store.append(span("one", "one", "wsgi", 1));
        store.append(span("two", "two", "wsgi", 2));

        assertThat(store.read("two"))
                .hasSize(2)
                .allMatch(point -> point.baseId().equals("two"));
    }

    @Test
    void aBatchThatIsSentAgainIsStoredOnce() {
        List<TracePoint> first = span("base", "base", "wsgi", 1);
        List<TracePoint> second = span("base", "base", "db", 2);
        List<TracePoint> both = new ArrayList<>(first);
        both.addAll(second);

        store.append(first);

        assertThat(store.append(both)).isEqualTo(AppendResult.allStored(4));
        assertThat(store.read("base")).containsExactlyInAnyOrderElementsOf(both);
    }

    @Test
    void aSpanWithoutAStopIsKept() {
        List<TracePoint> start = span("base", "base", "wsgi", 1).subList(0, 1);

        store.append(start);

        assertThat(store.read("base")).isEqualTo(start);
    }

    @Test
    void infoComesBackAsItWent() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("text", "příliš 🐎 \u0000\u0001 \"'\\ </script> \u202e");
        info.put("key with space", true);
        info.put("ключ", Arrays.asList(1, 2.5, null, "x", Map.of("deep", List.of())));
        info.put("long", 9_007_199_254_740_993L);
        info.put("null", null);
        info.put("empty", Map.of());
        info.put("large", "x".repeat(1 << 20));
        info.put("host", "hôst");
        TracePoint point = point("base", UUID.randomUUID().toString(), "base", "имя-start", 1, info);

        store.append(List.of(point));

        assertThat(store.read("base")).containsExactly(point);
    }

    @Test
    void idsNeedNotBeUuids() {
        store.append(span("not a uuid / ž", "not a uuid / ž", "wsgi", 1));

        assertThat(store.read("not a uuid / ž")).hasSize(2);
    }

    @Test
    void listsEachTraceOnceWithItsBeginning() {
        store.append(span("late", "late", "wsgi", 5));
        List<TracePoint> unordered = new ArrayList<>(span("early", "early", "wsgi", 1));
        java.util.Collections.reverse(unordered);
        store.append(unordered);

        assertThat(store.list(TraceQuery.all()))
                .extracting(TraceSummary::baseId, TraceSummary::timestamp)
                .containsExactly(tuple("late", timestamp(5)), tuple("early", timestamp(1)));
    }

    @Test
    void listsWhatATraceAddsUpTo() {
        store.append(requestWithAFailedQuery("base", 3));

        assertThat(store.list(TraceQuery.all()))
                .containsExactly(new TraceSummary(
                        "base",
                        timestamp(3),
                        "GET /v2/queues",
                        "api",
                        Instant.parse(timestamp(3) + "Z"),
                        Duration.ofSeconds(7),
                        2,
                        3,
                        1));
    }

    /** As whoever sends constant headers makes them; the fourth request overlaps the third. */
    @Test
    void pausesBetweenTheRequestsOfATraceAreNotItsDuration() {
        store.append(lasting("base", 1, 2));
        store.append(lasting("base", 1_000, 5));
        store.append(lasting("base", 9_000, 10));
        store.append(lasting("base", 9_008, 4));
        store.append(lasting("other", 20, 3_000));

        assertThat(store.list(ordered(TraceQuery.Order.DURATION, 0)))
                .extracting(TraceSummary::baseId, TraceSummary::requests, TraceSummary::duration)
                .containsExactly(
                        tuple("other", 1L, Duration.ofSeconds(3_000)), tuple("base", 4L, Duration.ofSeconds(19)));
        assertThat(store.list(TraceQuery.newest(5)))
                .extracting(TraceSummary::requests)
                .containsExactly(1L, 4L);
    }

    /** How long it ran is not known. */
    @Test
    void aRequestThatHasNotEndedCountsUpToItsStart() {
        store.append(lasting("base", 1, 2).subList(0, 1));
        store.append(lasting("base", 100, 5));

        assertThat(store.list(TraceQuery.all()))
                .extracting(TraceSummary::requests, TraceSummary::duration)
                .containsExactly(tuple(2L, Duration.ofSeconds(5)));
    }

    @Test
    void listsTheTracesThatBeganLast() {
        store.append(lasting("long", 1, 100));
        store.append(lasting("first", 2, 1));
        store.append(lasting("second", 4, 1));
        store.append(lasting("third", 6, 1));

        assertThat(idsOf(TraceQuery.newest(1))).containsExactly("third");
        assertThat(idsOf(TraceQuery.newest(3))).containsExactly("third", "second", "first");
        assertThat(idsOf(TraceQuery.newest(9))).containsExactly("third", "second", "first", "long");
    }

    @Test
    void listsWhatAFilterLetsThrough() {
        store.append(lasting("old and long", 1, 100));
        store.append(lasting("short", 10, 1));
        store.append(lasting("long", 20, 50));
        store.append(requestWithAFailedQuery("request", 30));

        assertThat(idsOf(filter(timestampInstant(10), null, null, null))).containsExactly("request", "long", "short");
        assertThat(idsOf(filter(null, Duration.ofSeconds(50), null, null))).containsExactly("long", "old and long");
        assertThat(idsOf(filter(null, null, "api", "V2/que"))).containsExactly("request");
        assertThat(idsOf(filter(null, null, "nobody's", null))).isEmpty();
    }

    @Test
    void listsInTheOrderThatIsAskedFor() {
        store.append(lasting("longest", 1, 100));
        store.append(requestWithAFailedQuery("request", 2));
        store.append(lasting("shortest", 3, 1));

        assertThat(idsOf(ordered(TraceQuery.Order.DURATION, 2))).containsExactly("longest", "request");
        assertThat(idsOf(ordered(TraceQuery.Order.SPANS, 1))).containsExactly("request");
        assertThat(idsOf(ordered(TraceQuery.Order.ERRORS, 0))).containsExactly("request", "shortest", "longest");
    }

    @Test
    void aTraceWithWrongTimesIsListedAndHidesNoOther() {
        store.append(lasting("good", 1, 1));
        store.append(at("since year one", "0001-01-01T00:00:00.000000", timestamp(2)));
        store.append(at("in year one", "0001-01-01T00:00:00.000000", "0001-01-01T00:00:01.000000"));
        store.append(at("until year 9999", timestamp(3), "9999-12-31T23:59:59.999999"));
        store.append(at("in year 9999", "9999-12-31T23:59:58.000000", "9999-12-31T23:59:59.999999"));
        store.append(at("without a time", "garbage", "yesterday"));
        store.append(lasting("good, too", 4, 2));

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
        assertThat(idsOf(filter(timestampInstant(1), null, null, null)))
                .containsExactly("in year 9999", "good, too", "until year 9999", "good");
        assertThat(idsOf(filter(Instant.parse("0001-01-01T00:00:00Z"), null, null, null)))
                .hasSize(6);
        assertThat(idsOf(filter(null, Duration.ofDays(10_000), null, null)))
                .containsExactly("until year 9999", "since year one");
        assertThat(store.list(TraceQuery.all()))
                .allSatisfy(trace -> assertThat((long) trace.toDocument().get("duration_micros"))
                        .isNotNegative());
        assertThat(store.read("since year one")).hasSize(2);
        assertThat(store.read("without a time")).hasSize(2);
    }

    /** The two points of a span that begins and ends at given times. */
    private static List<TracePoint> at(String baseId, String first, String last) {
        String traceId = UUID.randomUUID().toString();
        Map<String, Object> info = Map.of("host", "host-1");
        return List.of(
                new TracePoint("wsgi-start", baseId, traceId, baseId, first, info, "demo", "api"),
                new TracePoint("wsgi-stop", baseId, traceId, baseId, last, info, "demo", "api"));
    }

    @Test
    void aDeletedTraceIsGoneFromEveryList() {
        store.append(failedSpan("failed", 2));
        store.append(span("other", "other", "wsgi", 1));

        assertThat(store.delete("failed")).isEqualTo(2);
        assertThat(store.delete("failed")).isZero();

        assertThat(store.read("failed")).isEmpty();
        assertThat(idsOf(TraceQuery.all())).containsExactly("other");
        assertThat(store.list(TraceQuery.failed())).isEmpty();
    }

    @Test
    void listsFailedTracesWithTheirLastError() {
        store.append(span("fine", "fine", "wsgi", 1));
        store.append(failedSpan("failed", 2));
        store.append(failedSpan("failed", 4));

        assertThat(store.list(TraceQuery.failed()))
                .extracting(TraceSummary::baseId, TraceSummary::timestamp, TraceSummary::name, TraceSummary::errors)
                .containsExactly(tuple("failed", timestamp(5), "wsgi", 2L));
    }

    @Test
    protected void withoutTheFilterFailedTracesAreNotListed() {
        try (TraceStore plain = createStore(StoreOptions.defaults())) {
            plain.append(failedSpan("failed", 2));
        }

        assertThat(store.list(TraceQuery.failed())).isEmpty();
        assertThat(store.list(TraceQuery.all())).hasSize(1);
    }

    @Test
    void anErrorIndexThatCannotBeUsedHoldsUpNothing() {
        store.append(List.of());
        breakErrorIndex();

        assertThat(store.append(failedSpan("failed", 2))).isEqualTo(AppendResult.allStored(2));
        assertThat(store.append(span("fine", "fine", "wsgi", 1))).isEqualTo(AppendResult.allStored(2));

        assertThat(idsOf(TraceQuery.all())).containsExactly("failed", "fine");
        assertThat(store.read("failed")).hasSize(2);
        assertThat(store.delete("failed")).isEqualTo(2);
        assertThat(idsOf(TraceQuery.all())).containsExactly("fine");
    }

    @Test
    void aLargeTraceIsComplete() {
        List<TracePoint> points = IntStream.range(0, 10_000)
                .boxed()
                .flatMap(i -> span("base", "base", "span" + i, i).stream())
                .toList();
        for (int from = 0; from < points.size(); from += 1_000) {
            store.append(points.subList(from, from + 1_000));
        }

        List<TracePoint> read = store.read("base");
        assertThat(read).hasSize(20_000);
        assertThat(new HashSet<>(read)).isEqualTo(new HashSet<>(points));
    }

    @Test
    void tenThousandTracesAreListed() {
        for (int first = 0; first < 10_000; first += 1_000) {
            store.append(IntStream.range(first, first + 1_000)
                    .boxed()
                    .flatMap(i -> span("trace" + i, "trace" + i, "wsgi", i).stream())
                    .toList());
        }

        List<TraceSummary> listed = store.list(TraceQuery.all());
        assertThat(listed).hasSize(10_000);
        assertThat(listed.stream().map(TraceSummary::baseId).collect(Collectors.toSet()))
                .isEqualTo(IntStream.range(0, 10_000).mapToObj(i -> "trace" + i).collect(Collectors.toSet()));
    }

    @Test
    void severalWritersDoNotDisturbEachOther() {
        CompletableFuture<?>[] writers = IntStream.range(0, 4)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 50; i++) {
                        store.append(span("shared", "shared", "writer" + writer, i));
                        store.append(span("own" + writer, "own" + writer, "wsgi", i));
                    }
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(writers).join();

        assertThat(store.read("shared")).hasSize(4 * 50 * 2);
        assertThat(store.read("own3")).hasSize(100);
        assertThat(store.list(TraceQuery.all())).hasSize(5);
    }

    /** The two points of a span that begins at a second and ends in the next one. */
    protected static List<TracePoint> span(String baseId, String parentId, String name, int second) {
        String traceId = UUID.randomUUID().toString();
        return List.of(
                point(baseId, traceId, parentId, name + "-start", second, Map.of("host", "host-1")),
                point(baseId, traceId, parentId, name + "-stop", second + 1, Map.of("host", "host-1")));
    }

    private List<String> idsOf(TraceQuery query) {
        return store.list(query).stream().map(TraceSummary::baseId).toList();
    }

    private static TraceQuery filter(Instant since, Duration minDuration, String service, String name) {
        return new TraceQuery(false, since, minDuration, service, name, TraceQuery.Order.STARTED, 20);
    }

    private static TraceQuery ordered(TraceQuery.Order order, int limit) {
        return new TraceQuery(false, null, null, null, null, order, limit);
    }

    private static Instant timestampInstant(int second) {
        return Instant.parse(timestamp(second) + "Z");
    }

    private static List<TracePoint> lasting(String baseId, int second, int seconds) {
        String traceId = UUID.randomUUID().toString();
        return List.of(
                point(baseId, traceId, baseId, "wsgi-start", second, Map.of("host", "host-1")),
                point(baseId, traceId, baseId, "wsgi-stop", second + seconds, Map.of("host", "host-1")));
    }

    /** Three spans in seven seconds, one of them failed. */
    private static List<TracePoint> requestWithAFailedQuery(String baseId, int second) {
        Map<String, Object> request = Map.of("method", "GET", "path", "/v2/queues", "query", "", "scheme", "http");
        List<TracePoint> points = new ArrayList<>();
        points.add(point(
                baseId, baseId + "-root", baseId, "wsgi-start", second, Map.of("host", "host-1", "request", request)));
        points.addAll(span(baseId, baseId + "-root", "controller", second + 1));
        points.addAll(failedSpan(baseId, second + 2));
        points.add(point(baseId, baseId + "-root", baseId, "wsgi-stop", second + 7, Map.of("host", "host-1")));
        return points;
    }

    /** The two points of a span that fails. */
    protected static List<TracePoint> failedSpan(String baseId, int second) {
        String traceId = UUID.randomUUID().toString();
        return List.of(
                point(baseId, traceId, baseId, "wsgi-start", second, Map.of("host", "host-1")),
                point(
                        baseId,
                        traceId,
                        baseId,
                        "wsgi-stop",
                        second + 1,
                        Map.of("etype", "ValueError", "message", "boom", "host", "host-1")));
    }

    private static TracePoint point(
            String baseId, String traceId, String parentId, String name, int second, Map<String, Object> info) {
        return new TracePoint(name, baseId, traceId, parentId, timestamp(second), info, "demo", "api");
    }

    private static String timestamp(int second) {
        return String.format(
                Locale.ROOT, "2026-01-31T%02d:%02d:%02d.123456", second / 3600, second / 60 % 60, second % 60);
    }
}
