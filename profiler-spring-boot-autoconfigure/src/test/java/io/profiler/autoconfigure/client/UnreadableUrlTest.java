// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import feign.Client;
import feign.Request;
import io.profiler.autoconfigure.CallDescription;
import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.HouseHosts;
import io.profiler.autoconfigure.Signature;
import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import io.profiler.test.NoContextLeft;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Origin;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import reactor.netty.http.client.HttpClient;

/** Clients send what Java does not take for a URI: it goes out as ever, and unsigned, and nobody logs it. */
@ExtendWith(NoContextLeft.class)
class UnreadableUrlTest {

    private static final Signature SIGNATURE = new Signature(new HouseHosts(List.of()));
    private static final String TARGET = "/?key=s3cr3t|{x}^";

    private final Profiler profiler =
            Profiler.create(new CollectingSink(), new Origin("host-1", "demo", "api"), ArgumentCapture.disabled());
    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Guard.class);
    private ServerSocket server;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
        log.start();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(log);
    }

    @AfterEach
    void stop() throws IOException {
        logger.detachAppender(log);
        logger.setLevel(null);
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
                StringBuilder request = new StringBuilder();
                for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
                    request.append(line).append('\n');
                }
                arrived.add(request.toString());
                socket.getOutputStream()
                        .write("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                // The next one, if there is any.
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void goesOutUnsignedAndUnlogged(Sender sender) throws Exception {
        sender.send(server.getLocalPort(), Map.of());
        sender.send(server.getLocalPort(), Map.of("X-Trace-Info", "somebody's"));
        ProfiledScope scope = profiler.open(new TraceContext("base", "base", "key"));
        try {
            sender.send(server.getLocalPort(), Map.of());
        } finally {
            scope.close();
        }

        assertThat(arrived)
                .hasSize(3)
                .allMatch(request -> request.contains("s3cr3t|"))
                .noneMatch(request -> request.toLowerCase(Locale.ROOT).contains("x-trace"));
        assertThat(log.list).isEmpty();
    }

    /** Each kind of client that takes a URL as a text. */
    enum Sender {
        REACTORS {
            @Override
            void send(int port, Map<String, String> headers) {
                ReactorSigning.by(HttpClient.create(), SIGNATURE)
                        .headers(all -> headers.forEach(all::set))
                        .get()
                        .uri("http://127.0.0.1:" + port + TARGET)
                        .response()
                        .block();
            }
        },
        APACHES {
            @Override
            void send(int port, Map<String, String> headers) throws IOException {
                BasicClassicHttpRequest request =
                        new BasicClassicHttpRequest("GET", new HttpHost("127.0.0.1", port), TARGET);
                headers.forEach(request::setHeader);
                try (CloseableHttpClient client = HttpClientBuilder.create()
                        .disableRedirectHandling()
                        .addRequestInterceptorLast(new ApacheSigning(SIGNATURE))
                        .build()) {
                    client.execute(request, response -> null);
                }
            }
        },
        FEIGNS {
            @Override
            void send(int port, Map<String, String> headers) throws IOException {
                Map<String, Collection<String>> all = new LinkedHashMap<>();
                headers.forEach((name, value) -> all.put(name, List.of(value)));
                SentCalls calls =
                        new SentCalls(SIGNATURE, new CallDescription(ArgumentCapture.disabled()), () -> false);
                new TracedFeignClient(new Client.Default(null, null), calls)
                        .execute(
                                Request.create(
                                        Request.HttpMethod.GET,
                                        "http://127.0.0.1:" + port + TARGET,
                                        all,
                                        null,
                                        StandardCharsets.UTF_8,
                                        null),
                                new Request.Options())
                        .close();
            }
        };

        abstract void send(int port, Map<String, String> headers) throws Exception;
    }
}
