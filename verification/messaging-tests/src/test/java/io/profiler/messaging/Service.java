// SPDX-License-Identifier: Apache-2.0
package io.profiler.messaging;

import io.profiler.propagation.HeaderVerdict.Reason;
import io.profiler.propagation.HeaderVerifier;
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
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** An application, as it is started and asked. */
final class Service implements AutoCloseable {

    static final String KEY = "a key of the tests";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    private Service(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Service start(Class<?> application, String... properties) {
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

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Asks with OSprofiler's headers. */
    Spans profiled(String path) {
        String baseId = UUID.randomUUID().toString();
        get(path, signed(baseId));
        return spans(baseId);
    }

    static Map<String, String> signed(String baseId) {
        return SignedHeaders.sign(new TraceContext(baseId, baseId, KEY)).asMap();
    }

    void get(String path, Map<String, String> headers) {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
        headers.forEach(request::header);
        try {
            CLIENT.send(request.build(), HttpResponse.BodyHandlers.discarding());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Spans spans(String baseId) {
        return new Spans(baseId, context.getBean(CollectingSink.class));
    }

    /** How often headers were found to be of a kind. */
    long verdicts(Reason reason) {
        return context.getBean(HeaderVerifier.class).count(reason);
    }

    @Override
    public void close() {
        context.close();
    }
}
