// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.RecordingCookie;
import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.Trace;
import io.profiler.propagation.Allowance;
import io.profiler.propagation.TokenClaims;
import io.profiler.propagation.TraceToken;
import io.profiler.test.CollectingSink;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.web.context.WebApplicationContext;

/** The handshake of a web socket is a request like others, and what follows is none. */
class WebSocketTest {

    @Test
    void aRecordedBrowserOpensItsSocketInTheTrace() throws Exception {
        try (RunningApp app = RunningApp.start(
                BaseApplication.class, "profiler.trace-wsgi-transport=true", "profiler.record-browsers=true")) {
            container(app)
                    .addEndpoint(ServerEndpointConfig.Builder.create(Echo.class, "/echo")
                            .build());
            Answer answer = new Answer();

            WebSocket socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .header("Cookie", cookie())
                    .buildAsync(URI.create("ws://127.0.0.1:" + app.port() + "/echo"), answer)
                    .join();
            socket.sendText("hello", true).join();

            assertThat(answer.text.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo("hello");
            assertThat(new Trace("socket", null, app.bean(CollectingSink.class)).info("wsgi-stop"))
                    .containsEntry("response", Map.of("status", 101));
            socket.abort();
        }
    }

    private static ServerContainer container(RunningApp app) {
        return (ServerContainer) ((WebApplicationContext) app.context())
                .getServletContext()
                .getAttribute(ServerContainer.class.getName());
    }

    private static String cookie() {
        TokenClaims claims = new TokenClaims(
                "/**", Set.of(), Allowance.UNLIMITED, Instant.now().plusSeconds(60));
        String token = TraceToken.sign(claims.in("socket", "socket").inCookie(), RunningApp.KEY);
        return RecordingCookie.begin(token, Duration.ofMinutes(1), false).split(";")[0];
    }

    /** Sends back what it gets. */
    public static final class Echo extends Endpoint {

        @Override
        public void onOpen(Session session, EndpointConfig config) {
            session.addMessageHandler(
                    String.class, text -> session.getAsyncRemote().sendText(text));
        }
    }

    private static final class Answer implements WebSocket.Listener {

        private final CompletableFuture<String> text = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.complete(data.toString());
            return null;
        }
    }
}
