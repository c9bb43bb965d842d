// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.profiler.point.TracePoint;
import io.profiler.servers.FreePort;
import io.profiler.store.AppendResult;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import redis.embedded.RedisCluster;
import redis.embedded.RedisSentinel;

@ExtendWith(AsciiDigits.class)
class RedisSentinelTest {

    @Test
    void followsTheSentinelsToAnotherMaster() throws IOException {
        List<Integer> sentinels = List.of(FreePort.any(), FreePort.any(), FreePort.any());
        RedisCluster cluster = cluster(sentinels);
        cluster.start();
        try (TraceStore store = TraceStores.open(
                new ConnectionString("redissentinel://127.0.0.1:" + sentinels.get(0) + ",127.0.0.1:" + sentinels.get(1)
                        + "?sentinel_service_name=traces&socket_timeout=2"),
                new StoreOptions(false, null, Duration.ofSeconds(2)))) {
            await().atMost(Duration.ofMinutes(1)).until(() -> isStored(store, "before"));
            for (int sentinel : sentinels) {
                await().atMost(Duration.ofMinutes(1)).until(() -> knowsReplica(sentinel));
            }

            cluster.servers().get(0).stop();

            await().atMost(Duration.ofMinutes(3)).until(() -> isStored(store, "after"));
            assertThat(store.read("after")).hasSize(1);
        } finally {
            cluster.stop();
        }
    }

    private static RedisCluster cluster(List<Integer> sentinels) throws IOException {
        return RedisCluster.newRedisCluster()
                .withSentinelBuilder(RedisSentinel.newRedisSentinel()
                        .bind("127.0.0.1")
                        .downAfterMilliseconds(1_000L)
                        .failOverTimeout(3_000L))
                .sentinelPorts(sentinels)
                .serverPorts(List.of(FreePort.any(), FreePort.any()))
                .quorumSize(2)
                .replicationGroup("traces", 1)
                .build();
    }

    /** Sentinels ask the master for its replicas every ten seconds, and without one they choose no other master. */
    private static boolean knowsReplica(int sentinel) {
        RedisClient client = RedisClient.create();
        try (var connection = client.connectSentinel(RedisURI.create("127.0.0.1", sentinel))) {
            return !connection.sync().replicas("traces").isEmpty();
        } finally {
            client.shutdown();
        }
    }

    private static boolean isStored(TraceStore store, String name) {
        TracePoint point =
                new TracePoint(name + "-start", name, "1", name, "2026-01-31T12:00:00.123456", Map.of(), "p", "s");
        try {
            return store.append(List.of(point)).equals(AppendResult.allStored(1));
        } catch (StoreUnavailableException notYet) {
            return false;
        }
    }
}
