// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.profiler.point.TracePoint;
import io.profiler.servers.LocalRedis;
import io.profiler.store.AppendResult;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Redis that cannot save its data refuses writes. */
class RedisDiskTest {

    private static final TracePoint POINT =
            new TracePoint("a-start", "base", "1", "base", "2026-01-31T12:00:00.123456", Map.of(), "demo", "api");

    @TempDir
    Path folder;

    private LocalRedis redis;

    @BeforeEach
    void start() {
        redis = new LocalRedis("dir " + folder, "dbfilename dump.rdb");
        redis.start();
    }

    @AfterEach
    void stop() {
        redis.stop();
    }

    @Test
    void whatCouldNotBeSavedIsStoredOnceItCan() throws IOException {
        // Not even root can replace a folder by a file.
        Path inTheWay = Files.createDirectory(folder.resolve("dump.rdb"));
        redis.commands().configSet("save", "3600 1");
        save("err");
        try (TraceStore store =
                TraceStores.open(new ConnectionString(redis.connectionString()), StoreOptions.defaults())) {
            assertThatThrownBy(() -> store.append(List.of(POINT)))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessage(redis.connectionString() + " does not answer: the server cannot write to its disk");
            Files.delete(inTheWay);
            save("ok");

            assertThat(store.append(List.of(POINT))).isEqualTo(AppendResult.allStored(1));
            assertThat(store.read("base")).containsExactly(POINT);
        }
    }

    private void save(String status) {
        redis.commands().bgsave();
        await().until(() -> redis.commands().info("persistence").contains("rdb_last_bgsave_status:" + status));
    }
}
