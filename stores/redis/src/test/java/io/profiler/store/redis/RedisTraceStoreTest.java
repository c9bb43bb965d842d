// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import static io.profiler.test.SampleTraces.failedSpan;
import static io.profiler.test.SampleTraces.point;
import static io.profiler.test.SampleTraces.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.AclSetuserArgs;
import io.profiler.point.TracePoint;
import io.profiler.servers.LocalRedis;
import io.profiler.store.AppendResult;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import io.profiler.test.ReconnectContract;
import io.profiler.test.RetentionContract;
import io.profiler.test.StatusContract;
import io.profiler.test.TraceStoreContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisTraceStoreTest extends TraceStoreContract implements ReconnectContract, RetentionContract, StatusContract {

    @RegisterExtension
    static final LocalRedis redis = new LocalRedis();

    @Override
    public TraceStore createStore(StoreOptions options) {
        return TraceStores.open(new ConnectionString(redis.connectionString()), options);
    }

    @Override
    public void breakErrorIndex() {
        redis.commands()
                .aclSetuser(
                        "default",
                        AclSetuserArgs.Builder.resetKeys()
                                .keyPattern("osprofiler_opt:*")
                                .keyPattern("osprofiler_ids:*")
                                .keyPattern("osprofiler_figures:*")
                                .keyPattern("osprofiler_active")
                                .keyPattern("osprofiler:*"));
    }

    @AfterEach
    void allowAllKeys() {
        redis.commands().aclSetuser("default", AclSetuserArgs.Builder.allKeys());
    }

    @Override
    public void killServer() {
        redis.kill();
    }

    @Override
    public void startServer() {
        redis.startProcess();
    }

    /** OSprofiler reads a list from its head, where it pushes. */
    @Override
    protected List<TracePoint> inReadingOrder(List<TracePoint> appended) {
        List<TracePoint> newestFirst = new ArrayList<>(appended);
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    @Override
    public String product() {
        return "Redis";
    }

    @Test
    void tracesWithoutOurIndexAreByOthers() {
        redis.commands().lpush("osprofiler_opt:theirs", "{}");
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(span("ours", "ours", "wsgi", 1));

            assertThat(store.status().writers())
                    .isEqualTo("this profiler in 1 traces, only OSprofiler or another in 1");
        }
    }

    @Test
    void withoutARetentionOnlyTheIdsOfPointsExpire() {
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(span("base", "base", "wsgi", 1));
        }

        assertThat(redis.commands().ttl("osprofiler_opt:base")).isEqualTo(-1);
        assertThat(redis.commands().ttl("osprofiler_ids:base")).isBetween(86_000L, 86_400L);
    }

    @Test
    void withARetentionAllOfATraceExpires() {
        try (TraceStore store = createStore(new StoreOptions(true, Duration.ofDays(7), Duration.ofSeconds(5)))) {
            store.append(failedSpan("base", 1));
        }

        assertThat(redis.commands().ttl("osprofiler_opt:base")).isBetween(604_000L, 604_800L);
        assertThat(redis.commands().ttl("osprofiler_error:base")).isBetween(604_000L, 604_800L);
        assertThat(redis.commands().zcard("osprofiler_active")).isZero();
    }

    @Test
    void indexesTracesByWhenTheyWereLastActive() {
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(span("base", "base", "wsgi", 5));
            store.append(span("base", "base", "db", 1));
        }

        assertThat(redis.commands().zscore("osprofiler_active", "base")).isEqualTo(1_769_817_606_123_456d);
    }

    @Test
    void anIdThatLooksLikeAPatternFindsOnlyItself() {
        redis.commands().set("osprofiler:other_1_2", document("other"));
        redis.commands().set("osprofiler:*_1_2", document("*"));

        try (TraceStore store = createStore(StoreOptions.defaults())) {
            assertThat(store.read("*")).extracting(TracePoint::baseId).containsExactly("*");
            assertThat(store.read("oth")).isEmpty();
        }
    }

    private static String document(String baseId) {
        return "{\"name\": \"a-start\", \"base_id\": \"" + baseId
                + "\", \"trace_id\": \"1\", \"parent_id\": \"1\", \"timestamp\": \"2\", \"info\": {}}";
    }

    @Test
    void aBatchOfAnySizeIsStored() {
        List<TracePoint> points = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            points.add(large(i));
        }

        try (TraceStore store = createStore(StoreOptions.defaults())) {
            assertThat(store.append(points)).isEqualTo(AppendResult.allStored(30));
            assertThat(store.read("base")).hasSize(30);
        }
    }

    private static TracePoint large(int i) {
        Map<String, Object> info = Map.of("host", "h", "text", "x".repeat(1 << 20));
        return new TracePoint("a" + i + "-start", "base", "id", "base", "2026-01-31T12:00:00.000000", info, null, null);
    }

    /** Several of them are more than is kept of an answer. */
    @Test
    void longPointsAreReadEachOnceAndInOrder() {
        List<TracePoint> points = new ArrayList<>();
        for (int second = 0; second < 20; second++) {
            String text = "x".repeat(second % 3 == 0 ? 1_500_000 : 10);
            points.add(point("base", "span" + second, "base", "wsgi-start", second, Map.of("text", text)));
        }

        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(points);
            List<TracePoint> read = store.read("base");
            assertThat(read.equals(inReadingOrder(points))).isTrue();
        }
    }

    @Test
    void usesTheDatabaseOfTheConnectionString() {
        String other = redis.connectionString() + "/3";
        try (TraceStore store = TraceStores.open(new ConnectionString(other), StoreOptions.defaults())) {
            store.append(span("base", "base", "wsgi", 1));
            assertThat(store.list(TraceQuery.all())).hasSize(1);
        }

        assertThat(redis.commands().dbsize()).isZero();
    }

    @Test
    void theScriptIsSentAgainToAServerThatForgotIt() {
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(span("one", "one", "wsgi", 1));
            redis.commands().scriptFlush();
            store.append(span("two", "two", "wsgi", 1));

            assertThat(store.read("two")).hasSize(2);
        }
    }
}
