// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a server that wants TLS does with a request that is none. */
class ElasticsearchTlsHintTest {

    /** TLS's alert "unexpected message". */
    private static final byte[] ALERT = {0x15, 3, 3, 0, 2, 2, 10};

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void anAlertIsOfTls() {
        answer(client -> {
            client.getInputStream().read();
            client.getOutputStream().write(ALERT);
        });

        assertFault("elasticsearch", "the server speaks TLS there; so does elasticsearchs://");
    }

    @Test
    void aResetMayBe() {
        answer(ElasticsearchTlsHintTest::reset);

        assertFault("elasticsearch", "the server closes connections; if it speaks TLS, so does elasticsearchs://");
    }

    @Test
    void aResetWithTlsIsNoQuestionOfTls() {
        answer(ElasticsearchTlsHintTest::reset);

        assertFault("elasticsearchs", "the server closes connections");
    }

    private static void reset(Socket client) throws IOException {
        client.getInputStream().read();
        client.setSoLinger(true, 0);
    }

    @FunctionalInterface
    private interface Answer {

        void to(Socket client) throws IOException;
    }

    private void answer(Answer answer) {
        CompletableFuture<Void> unused = CompletableFuture.runAsync(() -> {
            while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                    answer.to(client);
                } catch (IOException closed) {
                    if (!server.isClosed()) {
                        throw new UncheckedIOException(closed);
                    }
                }
            }
        });
    }

    private void assertFault(String scheme, String fault) {
        try (TraceStore store = TraceStores.open(
                new ConnectionString(scheme + "://127.0.0.1:" + server.getLocalPort()), StoreOptions.defaults())) {
            assertThatThrownBy(() -> store.read("base"))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageEndingWith(" does not answer: " + fault);
        }
    }
}
