// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.point.TracePoint;
import io.profiler.servers.LocalRedis;
import io.profiler.store.AppendResult;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Batches that are several calls of the script. */
class AppendPipelineTest {

    private static final int POINTS = 1_000;

    @RegisterExtension
    static final LocalRedis redis = new LocalRedis();

    @Test
    void aServerThatForgotTheScriptLearnsItFromCallsUnderWay() {
        try (TraceStore store = open("")) {
            store.append(points("before"));
            redis.commands().scriptFlush();

            assertThat(store.append(points("after"))).isEqualTo(AppendResult.allStored(POINTS));
            assertThat(store.read("after")).hasSize(POINTS);
        }
    }

    @Test
    void aTraceThatIsRefusedIsCountedInEachCall() {
        redis.commands().set("osprofiler_opt:refused", "somebody else's");
        List<TracePoint> mixed = new ArrayList<>();
        IntStream.range(0, POINTS).forEach(i -> mixed.addAll(List.of(point("refused", i), point("base", i))));

        try (TraceStore store = open("")) {
            assertThat(store.append(mixed))
                    .returns(POINTS, AppendResult::stored)
                    .returns(POINTS, result -> result.rejections().size());
            assertThat(store.read("base")).hasSize(POINTS);
        }
        assertThat(redis.commands().get("osprofiler_opt:refused")).isEqualTo("somebody else's");
    }

    @Test
    void whatAStalledServerDoesLateIsNotDoneTwice() {
        try (TraceStore store = open("?socket_timeout=0.2")) {
            store.append(points("before"));
            redis.commands().clientPause(1_000);

            assertThatThrownBy(() -> store.append(points("base")))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining(" does not answer: ");
            awaitEndOfPause();
            assertThat(store.append(points("base"))).isEqualTo(AppendResult.allStored(POINTS));
            assertThat(store.read("base")).hasSize(POINTS);
        }
    }

    private static void awaitEndOfPause() {
        redis.commands().ping();
    }

    private static TraceStore open(String parameters) {
        return TraceStores.open(new ConnectionString(redis.connectionString() + parameters), StoreOptions.defaults());
    }

    private static List<TracePoint> points(String baseId) {
        return IntStream.range(0, POINTS).mapToObj(i -> point(baseId, i)).toList();
    }

    private static TracePoint point(String baseId, int i) {
        return new TracePoint(
                "db-start", baseId, "span-" + i, baseId, "2026-01-31T12:00:00.123456", Map.of("host", "h"), "p", "s");
    }
}
