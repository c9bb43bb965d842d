// SPDX-License-Identifier: Apache-2.0
package io.profiler.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.KillArgs;
import io.profiler.servers.LocalRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An application under load whose store fails in each of the ways in which stores fail: nobody's request fails, and what
 * became of every point is known.
 */
class FaultMatrixTest {

    /** Of a second each, so that a busy machine has time as well. */
    private static final Duration MANY_FLUSH_INTERVALS = Duration.ofSeconds(10);

    @TempDir
    static Path folder;

    @RegisterExtension
    static final LocalRedis redis = new LocalRedis("appendonly yes", "appendfsync always", "dir " + temporary());

    private static SlowWay way;

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault("slow", () -> way.pause(200), () -> way.pause(0)),
                new Fault("frozen", () -> signal("STOP"), () -> signal("CONT")),
                new Fault("killed", redis::kill, FaultMatrixTest::start),
                new Fault(
                        "full",
                        () -> redis.commands().configSet("maxmemory", "1mb"),
                        () -> redis.commands().configSet("maxmemory", "0")),
                new Fault("credentials revoked", FaultMatrixTest::revoke, FaultMatrixTest::allow));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void nobodyFailsAndEveryPointIsAccountedFor(Fault fault) {
        try (SlowWay opened = new SlowWay(redis.port());
                ShopProcess shop = shop(opened)) {
            way = opened;
            assertWhole(fault.underLoad(shop));
        }
    }

    @Test
    void whatWaitsIsStoredBeforeTheApplicationEnds() {
        try (SlowWay opened = new SlowWay(redis.port());
                ShopProcess shop = shop(opened)) {
            Load load = new Load(shop);
            await().until(() -> load.traces().size() > 100);
            load.endSoon();
            load.close();
            shop.terminate();

            assertThat(load.failures()).isEmpty();
            assertWhole(load.traces());
        }
    }

    @Test
    void anApplicationThatIsKilledUnderLoadLosesNoMoreThanWhatIsNew() {
        try (SlowWay opened = new SlowWay(redis.port());
                ShopProcess shop = shop(opened);
                Load load = new Load(shop)) {
            await().until(() ->
                    load.tracesBefore(Instant.now().minus(MANY_FLUSH_INTERVALS)).size() > 50);
            List<String> settled = load.tracesBefore(Instant.now().minus(MANY_FLUSH_INTERVALS));
            load.endSoon();
            shop.kill();

            assertWhole(settled);
        }
    }

    private static void assertWhole(List<String> traces) {
        new StoredTraces(redis.connectionString()).assertWhole(traces);
    }

    private static ShopProcess shop(SlowWay way) {
        allow();
        return new ShopProcess(
                folder,
                List.of("-Xmx256m"),
                "profiler.connection-string=redis://app:geheim@127.0.0.1:" + way.port() + "?socket_timeout=2",
                "profiler.export.shutdown-timeout=30s");
    }

    private static void revoke() {
        redis.commands().aclSetuser("app", AclSetuserArgs.Builder.off());
        redis.commands().clientKill(KillArgs.Builder.user("app"));
    }

    /** Its users are gone with the process. */
    private static void start() {
        redis.startProcess();
        allow();
    }

    private static void allow() {
        redis.commands()
                .aclSetuser(
                        "app",
                        AclSetuserArgs.Builder.on()
                                .addPassword("geheim")
                                .allKeys()
                                .allChannels()
                                .allCommands());
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("redis");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void signal(String signal) {
        long pid = ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").contains("redis"))
                .findFirst()
                .orElseThrow()
                .pid();
        try {
            assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                            .start()
                            .waitFor())
                    .isZero();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(2));
    }
}
