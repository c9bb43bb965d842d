// SPDX-License-Identifier: Apache-2.0
package io.profiler.observed;

import static org.awaitility.Awaitility.await;

import io.profiler.observed.Application.Seen;
import io.profiler.propagation.SignedHeaders;
import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** One of the services, as it is started and asked. */
final class Service implements AutoCloseable {

    /** What an application without metrics does not have. */
    static final String WITHOUT_METRICS = "spring.autoconfigure.exclude="
            + "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration,"
            + "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration";

    /** For what ends after its answer, on a busy machine as well. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    static final Duration SOON = Duration.ofMillis(5);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String KEY = "a key of the tests";

    private final ConfigurableApplicationContext context;

    private Service(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Service start(String... properties) {
        return of(Application.class, properties);
    }

    static Service of(Class<?> application, String... properties) {
        String[] arguments = Stream.concat(
                        Stream.of(
                                "server.port=0",
                                "server.address=127.0.0.1",
                                "spring.main.banner-mode=off",
                                "spring.main.register-shutdown-hook=false",
                                "profiler.enabled=true",
                                "profiler.hmac-keys=" + KEY,
                                "profiler.trace-wsgi-transport=true"),
                        Stream.of(properties))
                .map(property -> "--" + property)
                .toArray(String[]::new);
        return new Service(new SpringApplicationBuilder(application).run(arguments));
    }

    int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    Seen seen() {
        return context.getBean(Seen.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    HttpResponse<String> get(String path, Map<String, String> headers) {
        return send(HttpRequest.newBuilder(URI.create(url(path))), headers);
    }

    /** Sends a request, beside others that have no answer yet. */
    CompletableFuture<HttpResponse<String>> getLater(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(90));
        headers.forEach(request::header);
        return CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, Map<String, String> headers) {
        request.timeout(Duration.ofSeconds(20));
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a signed request and waits for the trace of this service. */
    Spans profiled(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)));
        return profiled(headers.length == 0 ? request : request.headers(headers));
    }

    /** The same for a request with a body. */
    Spans profiledPost(String path, String json) {
        return profiled(HttpRequest.newBuilder(URI.create(url(path)))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private Spans profiled(HttpRequest.Builder request) {
        String baseId = UUID.randomUUID().toString();
        HttpResponse<String> response = send(request, signed(baseId));
        Spans spans = spans(baseId, response);
        await().atMost(PATIENCE).pollInterval(SOON).until(spans::isWhole);
        return spans;
    }

    /** Headers of a new trace. */
    static Map<String, String> signed(String baseId) {
        return SignedHeaders.sign(new TraceContext(baseId, baseId, KEY)).asMap();
    }

    /** What this service has written of a trace. */
    Spans spans(String baseId, HttpResponse<String> response) {
        return new Spans(baseId, response, context.getBean(CollectingSink.class));
    }

    @Override
    public void close() {
        context.close();
    }
}
