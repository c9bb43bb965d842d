// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.point.TracePoint;
import io.profiler.servers.FreePort;
import io.profiler.servers.LocalRedis;
import io.profiler.servers.SelfSigned;
import io.profiler.store.AppendResult;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisTlsTest {

    private static final TracePoint POINT =
            new TracePoint("a-start", "base", "1", "base", "2026-01-31T12:00:00.123456", Map.of(), "demo", "api");

    @TempDir
    static Path folder;

    private static SelfSigned identity;
    private static LocalRedis redis;
    private static int tlsPort;

    @BeforeAll
    static void start() throws Exception {
        identity = SelfSigned.in(folder);
        tlsPort = FreePort.any();
        redis = new LocalRedis(
                "tls-port " + tlsPort,
                "tls-cert-file " + identity.certificate(),
                "tls-key-file " + identity.key(),
                "tls-ca-cert-file " + identity.certificate(),
                "tls-auth-clients no");
        redis.start();
    }

    @AfterAll
    static void stop() {
        redis.stop();
    }

    @Test
    void trustsTheNamedCertificate() {
        assertStores("rediss://127.0.0.1:" + tlsPort + "?ssl_ca_certs=" + identity.certificate());
    }

    @Test
    void trustsAnyServerOnRequest() {
        assertStores("rediss://127.0.0.1:" + tlsPort + "?ssl_cert_reqs=none");
    }

    @Test
    void trustsNobodyElse() {
        assertUnavailable("rediss://127.0.0.1:" + tlsPort, "its certificate is not trusted; ssl_ca_certs");
    }

    @Test
    void anotherHostsCertificateDoesNotFit() {
        assertUnavailable(
                "rediss://localhost:" + tlsPort + "?ssl_ca_certs=" + identity.certificate(),
                "its certificate does not fit: ");
    }

    @Test
    void aServerThatSpeaksOnlyTlsIsNamed() {
        assertUnavailable(
                "redis://127.0.0.1:" + tlsPort,
                "the server closes new connections; if it speaks TLS, so does rediss://");
    }

    private static void assertStores(String connectionString) {
        try (TraceStore store = open(connectionString)) {
            assertThat(store.append(List.of(POINT))).isEqualTo(AppendResult.allStored(1));
            assertThat(store.read("base")).containsExactly(POINT);
        }
    }

    private static void assertUnavailable(String connectionString, String reason) {
        try (TraceStore store = open(connectionString)) {
            assertThatThrownBy(() -> store.append(List.of(POINT)))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining(reason);
        }
    }

    private static TraceStore open(String connectionString) {
        return TraceStores.open(
                new ConnectionString(connectionString), new StoreOptions(false, null, Duration.ofSeconds(5)));
    }
}
