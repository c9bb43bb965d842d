// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.protocol.CommandType;
import io.profiler.point.TracePoint;
import io.profiler.servers.LocalRedis;
import io.profiler.store.AppendResult;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreStatus;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What Redis refuses, for now or for good. */
@ExtendWith(OutputCaptureExtension.class)
class RedisRefusalTest {

    private static final TracePoint POINT = new TracePoint(
            "wsgi-start", "base", "1", "base", "2026-01-31T12:00:00.123456", Map.of("host", "h"), "demo", "api");

    @RegisterExtension
    static final LocalRedis redis = new LocalRedis();

    @AfterEach
    void reset() {
        redis.commands().configSet("maxmemory", "0");
        redis.commands().configSet("requirepass", "");
        redis.commands().replicaofNoOne();
    }

    @Test
    void aServerWithoutMemoryIsTriedAgainLater() {
        redis.commands().configSet("maxmemory", "1");
        try (TraceStore store = open(redis.connectionString())) {
            assertUnavailable(store, "the server has no memory left, see its maxmemory");
            redis.commands().configSet("maxmemory", "0");

            assertThat(store.append(List.of(POINT))).isEqualTo(AppendResult.allStored(1));
            assertThat(store.read("base")).containsExactly(POINT);
        }
    }

    @Test
    void aReplicaIsTriedAgainLater() {
        redis.commands().replicaof("127.0.0.1", 1);
        try (TraceStore store = open(redis.connectionString())) {
            assertUnavailable(store, "the server is a replica that cannot be written to");
            redis.commands().replicaofNoOne();

            assertThat(store.append(List.of(POINT))).isEqualTo(AppendResult.allStored(1));
        }
    }

    @Test
    void aWrongPasswordIsNamedButNotShown() {
        redis.commands().configSet("requirepass", "right");
        try (TraceStore store = open("redis://:geheim@127.0.0.1:" + redis.port())) {
            assertUnavailable(store, "user or password is wrong, or not known there");
        }
    }

    @Test
    void aMissingPasswordIsNamed() {
        redis.commands().configSet("requirepass", "right");
        try (TraceStore store = open(redis.connectionString())) {
            assertUnavailable(store, "the server asks for a password, and the connection string has none");
        }
    }

    @Test
    void theRightPasswordOpens() {
        redis.commands().configSet("requirepass", "a b/c");
        try (TraceStore store = open("redis://default:a%20b%2Fc@127.0.0.1:" + redis.port())) {
            assertThat(store.append(List.of(POINT))).isEqualTo(AppendResult.allStored(1));
        }
    }

    @Test
    void aUserWhoMayNotAskTheServerIsToldTheRest() {
        redis.commands()
                .aclSetuser(
                        "app",
                        AclSetuserArgs.Builder.on()
                                .addPassword("pw")
                                .allKeys()
                                .allCommands()
                                .removeCommand(CommandType.INFO)
                                .removeCommand(CommandType.TIME));
        try (TraceStore store = open("redis://app:pw@127.0.0.1:" + redis.port())) {
            store.append(List.of(POINT));
            StoreStatus status = store.status();

            assertThat(status.server()).isNull();
            assertThat(status.clockAhead()).isNull();
            assertThat(status.traces()).isEqualTo(1);
        } finally {
            redis.commands().aclDeluser("app");
        }
    }

    @Test
    void aServerThatIsAwayIsNamed() {
        try (TraceStore store = open("redis://u:geheim@127.0.0.1:1")) {
            assertUnavailable(store, "no server listens there");
        }
    }

    @Test
    void aServerWithoutTlsIsNamed() {
        try (TraceStore store = open("rediss://127.0.0.1:" + redis.port())) {
            assertUnavailable(store, "the server does not speak TLS there; redis:// does without");
        }
    }

    @Test
    void aDatabaseThatTheServerDoesNotHaveIsNamed() {
        try (TraceStore store = open(redis.connectionString() + "/99")) {
            assertUnavailable(store, "DB index is out of range");
        }
    }

    @Test
    void aKeyThatHoldsSomethingElseTakesOnlyItsOwnTraceWithIt() {
        redis.commands().set("osprofiler_opt:base", "mine");
        redis.commands().set("osprofiler_active", "mine");
        TracePoint other = new TracePoint("a-start", "other", "2", "other", POINT.timestamp(), Map.of(), null, null);

        try (TraceStore store = open(redis.connectionString())) {
            assertThat(store.append(List.of(POINT, other)))
                    .returns(1, AppendResult::stored)
                    .returns(1, result -> result.rejections().size());
            assertThat(store.read("base")).isEmpty();
            assertThat(store.read("other")).hasSize(1);
        }
    }

    @Test
    void valuesThatAreNoTracePointsAreLeftOut() {
        redis.commands().lpush("osprofiler_opt:base", "no JSON", "null", "[]", "{}", "5");
        redis.commands().set("osprofiler_error:base", "no JSON");
        redis.commands().sadd("osprofiler_error:set", "1");
        redis.commands().sadd("osprofiler_opt:set", "1");
        redis.commands().set("osprofiler:base", "1");

        try (TraceStore store = open(redis.connectionString())) {
            store.append(List.of(POINT));

            assertThat(store.read("base")).containsExactly(POINT);
            assertThat(store.list(TraceQuery.all())).hasSize(1);
            assertThat(store.list(TraceQuery.failed())).isEmpty();
        }
    }

    @Test
    void howeverManyValuesAreNoTracePointsTheLogSaysItOnce(CapturedOutput output) {
        String[] foreign = new String[2_000];
        Arrays.fill(foreign, "\u001b[2J\r\n2026-01-01 ERROR forged");
        redis.commands().lpush("osprofiler_opt:base", foreign);

        try (TraceStore store = open(redis.connectionString())) {
            store.append(List.of(POINT));

            assertThat(store.list(TraceQuery.all())).hasSize(1);
            assertThat(store.read("base")).hasSize(1);
        }
        assertThat(output.getOut().lines().filter(line -> line.contains("is left out")))
                .hasSize(1);
        assertThat(output.getOut()).doesNotContain("\u001b[2J");
    }

    @Test
    void aPointThatHasNoJsonDoesNotTakeTheOthersWithIt() {
        Object deep = List.of();
        for (int i = 0; i < 5_000; i++) {
            deep = List.of(deep);
        }
        List<TracePoint> points = new ArrayList<>(List.of(POINT));
        points.add(new TracePoint(
                "deep-start", "base", "2", "base", POINT.timestamp(), Map.of("deep", deep), "demo", "api"));

        try (TraceStore store = open(redis.connectionString())) {
            assertThat(store.append(points))
                    .returns(1, AppendResult::stored)
                    .returns(1, result -> result.rejections().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis://nowhere.invalid", "redissentinel://127.0.0.1:1,127.0.0.1:2"})
    void neverThrowsAnythingElse(String connectionString) {
        try (TraceStore store = open(connectionString)) {
            assertUnavailable(store, "");
        }
    }

    private static TraceStore open(String connectionString) {
        return TraceStores.open(
                new ConnectionString(connectionString), new StoreOptions(true, null, Duration.ofSeconds(2)));
    }

    private static void assertUnavailable(TraceStore store, String reason) {
        assertThatThrownBy(() -> store.append(List.of(POINT)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining(" does not answer: ")
                .hasMessageContaining(reason)
                .hasMessageNotContaining("geheim")
                .hasMessageNotContaining("\n");
    }
}
