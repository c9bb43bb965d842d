// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.point.TracePoint;
import io.profiler.servers.SelfSigned;
import io.profiler.store.AppendResult;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ElasticsearchTlsTest {

    private static final TracePoint POINT = new TracePoint(
            "wsgi-start", "base", "1", "base", "2026-01-31T12:00:00.123456", Map.of("host", "h"), "demo", "api");

    @RegisterExtension
    static final SearchServer server = new SearchServer();

    @TempDir
    static Path folder;

    private static SelfSigned identity;

    private TlsProxy proxy;

    @BeforeAll
    static void makeCertificate() throws Exception {
        identity = SelfSigned.in(folder);
    }

    @BeforeEach
    void start() throws Exception {
        proxy = new TlsProxy(identity, server.hostAndPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
    }

    @Test
    void trustsTheNamedCertificate() {
        assertStores("elasticsearchs://127.0.0.1:" + proxy.port() + "?ca_certs=" + identity.certificate());
    }

    @Test
    void theOptionIsAsGoodAsTheScheme() {
        assertStores("elasticsearch://127.0.0.1:" + proxy.port() + "?tls=true&ca_certs=" + identity.certificate());
    }

    @Test
    void trustsNobodyElse() {
        assertUnavailable(
                "elasticsearchs://u:geheim@127.0.0.1:" + proxy.port(),
                "its certificate is not trusted; ca_certs in the connection string names a file with those to trust");
        assertThat(proxy.said()).isEmpty();
    }

    @Test
    void anotherHostsCertificateDoesNotFit() {
        assertUnavailable(
                "elasticsearchs://u:geheim@localhost:" + proxy.port() + "?ca_certs=" + identity.certificate(),
                "its certificate does not fit: ");
    }

    @Test
    void sendsUserAndPassword() {
        assertStores("elasticsearchs://me:p%40ss@127.0.0.1:" + proxy.port() + "?ca_certs=" + identity.certificate());

        // me:p@ss
        assertThat(proxy.said()).contains("\r\nAuthorization: Basic bWU6cEBzcw==\r\n");
    }

    @Test
    void sendsAnApiKey() {
        assertStores("elasticsearchs://127.0.0.1:" + proxy.port() + "?api_key=aWQ6a2V5==&ca_certs="
                + identity.certificate());

        assertThat(proxy.said()).contains("\r\nAuthorization: ApiKey aWQ6a2V5==\r\n");
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
                    .hasMessageContaining(" does not answer: " + reason)
                    .hasMessageNotContaining("geheim")
                    .hasMessageNotContaining("\n");
        }
    }

    private static TraceStore open(String connectionString) {
        return TraceStores.open(
                new ConnectionString(connectionString), new StoreOptions(false, null, Duration.ofSeconds(5)));
    }
}
