// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.profiler.cli.CommandRun;
import io.profiler.cli.console.CommandFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpExchangeTest {

    /** It has Java's client set up as the other tests need it. */
    @BeforeAll
    static void startTheCommand() {
        CommandRun.of("--version");
    }

    @Test
    void aServiceThatSaysNothingIsNotWaitedForEver() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertNotWaitedFor(silent.getLocalPort());
        }
    }

    /** As a page of server-sent events. */
    @Test
    void anAnswerThatDoesNotEndIsNotWaitedForEver() throws IOException {
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
        });
        service.start();
        try {
            assertNotWaitedFor(service.getAddress().getPort());
        } finally {
            service.stop(0);
        }
    }

    private static void assertNotWaitedFor(int port) {
        HttpExchange exchange = HttpExchange.to("http://127.0.0.1:" + port + "/")
                .body("GET", null)
                .within(Duration.ofSeconds(1));

        assertThatThrownBy(() -> exchange.send(BodyHandlers.ofByteArray()))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("no response from 127.0.0.1:" + port + ": it did not come to an end within 1.00 s");
    }
}
