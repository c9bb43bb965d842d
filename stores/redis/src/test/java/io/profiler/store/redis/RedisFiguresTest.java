// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import static io.profiler.test.SampleTraces.answered;
import static io.profiler.test.SampleTraces.failedSpan;
import static io.profiler.test.SampleTraces.lasting;
import static io.profiler.test.SampleTraces.requestWithAFailedQuery;
import static io.profiler.test.SampleTraces.span;
import static io.profiler.test.SampleTraces.timestamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.profiler.point.TracePoint;
import io.profiler.servers.LocalRedis;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import io.profiler.store.TraceSummary;
import io.profiler.store.backend.TracePointJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is kept beside a list of points, and what is made of lists where it is not of all of them. */
class RedisFiguresTest {

    private static final String LIST = "osprofiler_opt:base";
    private static final String FIGURES = "osprofiler_figures:base";

    @RegisterExtension
    static final LocalRedis redis = new LocalRedis();

    private TraceStore store;

    @BeforeEach
    void open() {
        store = TraceStores.open(new ConnectionString(redis.connectionString()), StoreOptions.defaults());
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** A list looks at the fields of hundreds of traces. */
    @Test
    void requestsWithEndlessIdsAreCountedButNotRemembered() {
        String endless = "x".repeat(100_000);
        List<TracePoint> points = new ArrayList<>(answered("base", 1, 404));
        points.add(new TracePoint(
                "more-start", "base", endless, "base", timestamp(2), Map.of("host", "h"), null, endless));
        store.append(points);

        assertThat(redis.commands().hgetall(FIGURES).toString()).hasSizeLessThan(3_000);
        assertThat(listed())
                .returns("wsgi", TraceSummary::name)
                .returns(2L, TraceSummary::requests)
                .returns(null, TraceSummary::status);
    }

    @Test
    void whatOthersPutThereIsLeftOut() {
        String endless = "x".repeat(100_000);
        store.append(span("base", "base", "wsgi", 1));
        TraceSummary before = listed();
        redis.commands().zadd("osprofiler_active", 9e15, endless);
        redis.commands().hset(FIGURES, "start " + endless, "2026-01-31T12:00:00.000000");
        redis.commands().hset(FIGURES, "service", endless);
        redis.commands().lpush("osprofiler_opt:" + endless, "{}");

        assertThat(listed())
                .returns("base", TraceSummary::baseId)
                .returns(before.name(), TraceSummary::name)
                .returns(null, TraceSummary::service);
        assertThat(store.list(TraceQuery.newest(5))).hasSize(1);
    }

    @Test
    void aTraceWithAnEndlessIdIsNotIndexed() {
        String endless = "x".repeat(100_000);
        store.append(span(endless, endless, "wsgi", 1));

        assertThat(redis.commands().zcard("osprofiler_active")).isZero();
        assertThat(store.list(TraceQuery.all())).isEmpty();
        assertThat(store.list(TraceQuery.newest(5))).isEmpty();
        assertThat(store.read(endless)).hasSize(2);
    }

    /** Written by others, and with a long value at its head. */
    @Test
    void aForeignTraceWithALongPointIsListed() {
        TracePoint point = span("base", "base", "wsgi", 1).get(0);
        TracePoint large = new TracePoint(
                "wsgi-start", "base", "a", "base", point.timestamp(), Map.of("x", "x".repeat(50_000)), null, null);
        redis.commands().lpush(LIST, TracePointJson.write(large));

        assertThat(listed().name()).isEqualTo("wsgi");
        assertThat(store.list(TraceQuery.newest(5))).hasSize(1);
    }

    @Test
    void aListOfTracesReadsNoPoints() {
        store.append(requestWithAFailedQuery("base", 3));
        TraceSummary before = listed();
        for (int point = 0; point < 6; point++) {
            redis.commands().lset(LIST, point, "unreadable");
        }

        assertThat(listed())
                .isEqualTo(before)
                .returns("GET /v2/queues", TraceSummary::name)
                .returns("api", TraceSummary::service)
                .returns(3L, TraceSummary::spans)
                .returns(1L, TraceSummary::errors)
                .returns(2L, TraceSummary::requests)
                .returns(Duration.ofSeconds(7), TraceSummary::duration);
    }

    @Test
    void pointsThatOthersPushedCountAsWell() {
        store.append(lasting("base", 10, 5));
        List<TracePoint> others = failedSpan("base", 20);
        push(others);
        redis.commands()
                .lpush(
                        "osprofiler_opt:theirs",
                        TracePointJson.write(span("theirs", "theirs", "wsgi", 1).get(0)));

        assertThat(store.list(TraceQuery.all()))
                .extracting(TraceSummary::baseId, TraceSummary::spans, TraceSummary::errors)
                .containsExactly(tuple("base", 2L, 1L), tuple("theirs", 1L, 0L));
    }

    /** The points in the middle are not read again; what is pushed, or written anew, is. */
    @Test
    void whatOthersWroteIsAddedUpOnceForAsLongAsItIsTheSame() {
        push(requestWithAFailedQuery("base", 3));
        TraceSummary before = listed();
        redis.commands().lset(LIST, 3, "unreadable");

        assertThat(listed()).isEqualTo(before).returns(3L, TraceSummary::spans);
        push(failedSpan("base", 20));
        assertThat(listed()).returns(2L, TraceSummary::errors);
        redis.commands().del(LIST);
        push(lasting("base", 1, 1));
        push(lasting("base", 1, 1));
        push(lasting("base", 1, 1));
        push(lasting("base", 2, 9));
        assertThat(listed()).returns(0L, TraceSummary::errors).returns(4L, TraceSummary::spans);
    }

    private static void push(List<TracePoint> points) {
        points.forEach(point -> redis.commands().lpush(LIST, TracePointJson.write(point)));
    }

    @Test
    void whatComesTwiceCountsOnce() {
        List<TracePoint> first = lasting("base", 10, 5);
        List<TracePoint> second = failedSpan("base", 20);
        List<TracePoint> both = new ArrayList<>(first);
        both.addAll(second);
        store.append(first);
        store.append(first);
        TraceSummary once = listed();
        store.append(both);

        assertThat(once).returns(1L, TraceSummary::spans).returns(0L, TraceSummary::errors);
        assertThat(listed()).returns(2L, TraceSummary::spans).returns(1L, TraceSummary::errors);
    }

    @Test
    void ofAVeryLongListOfOthersTheEndsAreRead() {
        List<TracePoint> points = IntStream.range(0, 10_010)
                .boxed()
                .flatMap(second -> span("base", "root", "db", second).stream())
                .toList();
        push(points);

        assertThat(listed())
                .returns(timestamp(0), TraceSummary::timestamp)
                .returns(Duration.ofSeconds(10_010), TraceSummary::duration)
                .returns(10_010L, TraceSummary::spans);
    }

    @Test
    void ofVeryManyRequestsOnlyTheNumberIsKept() {
        List<TracePoint> points = IntStream.range(0, 1_200)
                .boxed()
                .flatMap(second -> lasting("base", 10 * second, 1).stream())
                .toList();
        store.append(points);

        assertThat(listed()).returns(1_200L, TraceSummary::requests).returns(1_200L, TraceSummary::spans);
        assertThat(redis.commands().hlen(FIGURES)).isLessThan(3_000);
    }

    @Test
    void figuresGoWithTheirTrace() {
        store.append(span("base", "base", "wsgi", 1));
        assertThat(redis.commands().ttl(FIGURES)).isEqualTo(-1);
        store.delete("base");
        assertThat(redis.commands().exists(FIGURES)).isZero();

        try (TraceStore forAWeek = TraceStores.open(
                new ConnectionString(redis.connectionString()),
                new StoreOptions(false, Duration.ofDays(7), Duration.ofSeconds(5)))) {
            forAWeek.append(span("base", "base", "wsgi", 1));
        }
        assertThat(redis.commands().ttl(FIGURES)).isBetween(604_000L, 604_800L);
    }

    @Test
    void aKeyOfTheirNameThatHoldsSomethingElseHoldsUpNothing() {
        redis.commands().set(FIGURES, "mine");

        assertThat(store.append(failedSpan("base", 1)).stored()).isEqualTo(2);
        assertThat(listed()).returns(1L, TraceSummary::errors);
    }

    private TraceSummary listed() {
        List<TraceSummary> traces = store.list(TraceQuery.all());
        assertThat(traces).hasSize(1);
        return traces.get(0);
    }
}
