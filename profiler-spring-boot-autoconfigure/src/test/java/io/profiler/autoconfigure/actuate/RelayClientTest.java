// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long the endpoint waits for the application, on whose port anything may happen. */
class RelayClientTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n\r\nthe beginning"})
    void waitsNoLongerThanItMay(String beginning) throws IOException {
        try (ServerSocket server = server();
                RelayClient client = new RelayClient(Duration.ofMillis(300))) {
            CompletableFuture<Socket> connection = accept(server, beginning);

            assertThatExceptionOfType(RelayException.class)
                    .isThrownBy(() -> client.send(requestTo(server)))
                    .withMessageStartingWith("the application did not end its answer within ")
                    .returns(504, RelayException::status);
            connection.thenAccept(RelayClientTest::close);
        }
    }

    @Test
    void saysThatThereIsNoAnswer() throws IOException {
        try (ServerSocket server = server();
                RelayClient client = new RelayClient(Duration.ofMinutes(1))) {
            CompletableFuture<Socket> connection = accept(server, "no HTTP\r\n\r\n");

            assertThatExceptionOfType(RelayException.class)
                    .isThrownBy(() -> client.send(requestTo(server)))
                    .withMessageStartingWith("the application's own port gave no answer: ")
                    .returns(502, RelayException::status);
            connection.thenAccept(RelayClientTest::close);
        }
    }

    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    /** Answers with a text, and leaves the connection open, if one comes: on a busy machine it may be given up before. */
    private static CompletableFuture<Socket> accept(ServerSocket server, String text) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                Socket connection = server.accept();
                connection.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
                return connection;
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private static void close(Socket connection) {
        try {
            connection.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static HttpRequest requestTo(ServerSocket server) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"))
                .build();
    }
}
