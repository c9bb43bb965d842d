// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.servers.FreePort;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import redis.embedded.RedisSentinel;

/** A sentinel that asks for a password itself. */
@ExtendWith(AsciiDigits.class)
class RedisSentinelPasswordTest {

    private final int port = FreePort.any();
    private RedisSentinel sentinel;

    @BeforeEach
    void start() throws IOException {
        sentinel = RedisSentinel.newRedisSentinel()
                .bind("127.0.0.1")
                .port(port)
                .setting("requirepass sesame")
                .build();
        sentinel.start();
    }

    @AfterEach
    void stop() throws IOException {
        sentinel.stop();
    }

    @Test
    void isSaidToBeAskedWithoutOne() {
        try (TraceStore store = TraceStores.open(
                new ConnectionString("redissentinel://:geheim@127.0.0.1:" + port), StoreOptions.defaults())) {
            assertThatThrownBy(() -> store.read("base"))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageEndingWith("a sentinel asks for a password, and is asked without: user and password of"
                            + " the connection string are those of the servers");
        }
    }
}
