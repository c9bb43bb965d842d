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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A path that swallows everything, as behind a firewall that forgot the connection: no socket is closed. */
class SilentConnectionTest {

    @RegisterExtension
    static final LocalRedis redis = new LocalRedis();

    @Test
    void isGivenUpOnceACommandWasNotAnswered() {
        try (SilentPath path = new SilentPath(redis.port());
                TraceStore store = TraceStores.open(
                        new ConnectionString("redis://127.0.0.1:" + path.port() + "?socket_timeout=4"),
                        StoreOptions.defaults())) {
            store.append(List.of(point("one")));
            path.silence();

            assertThatThrownBy(() -> store.append(List.of(point("two")))).isInstanceOf(StoreUnavailableException.class);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> path.heldSilent() == 0);
            assertThat(store.append(List.of(point("two")))).isEqualTo(AppendResult.allStored(1));
            assertThat(store.read("base")).hasSize(2);
        }
    }

    /** More than the ten seconds that are waited if nothing is said. */
    @Test
    void aListWaitsAsLongAsTheConnectionStringSays() {
        try (SilentPath path = new SilentPath(redis.port());
                RedisConnection connection = RedisConnection.to(
                        new ConnectionString("redis://127.0.0.1:" + path.port() + "?socket_timeout=12"),
                        StoreOptions.defaults())) {
            connection.with(template -> template.hasKey("any"));
            path.silence();

            Instant began = Instant.now();
            assertThatThrownBy(() ->
                            connection.with(template -> new Figures(template, new AddedUp(new Points(connection)))
                                    .of(List.of("base"), id -> List.of())))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThat(Duration.between(began, Instant.now())).isGreaterThan(Duration.ofSeconds(11));
        }
    }

    private static TracePoint point(String traceId) {
        return new TracePoint(
                "db-start", "base", traceId, "base", "2026-01-31T12:00:00.123456", Map.of("host", "h"), "p", "s");
    }
}
