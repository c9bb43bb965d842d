// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.kit;

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
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A Spring Boot application that is started as a user starts one; on Tomcat, if it is a web application. */
public final class RunningApp implements AutoCloseable {

    /** The key that {@link #profiled} signs with. */
    public static final String KEY = "key";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    private RunningApp(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts with the profiler on, and {@link #KEY} as its key unless the properties say otherwise. */
    public static RunningApp start(Class<?> source, String... properties) {
        return startPlain(source, on(properties));
    }

    /** Starts on Tomcat with nothing set but the properties. */
    public static RunningApp startPlain(Class<?> source, String... properties) {
        return new RunningApp(builder(source).run(arguments(properties)));
    }

    /** Starts as a reactive web application, with the profiler on. */
    public static RunningApp startReactive(Class<?> source, String... properties) {
        return new RunningApp(builder(source).web(WebApplicationType.REACTIVE).run(arguments(on(properties))));
    }

    /** Starts without a web server, with the profiler on. */
    public static RunningApp startWithoutWeb(Class<?> source, String... properties) {
        return new RunningApp(builder(source).web(WebApplicationType.NONE).run(arguments(on(properties))));
    }

    /** One that was started in another way. */
    public static RunningApp of(ConfigurableApplicationContext context) {
        return new RunningApp(context);
    }

    private static SpringApplicationBuilder builder(Class<?> source) {
        return new SpringApplicationBuilder(source)
                .properties(
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "spring.main.banner-mode=off",
                        "spring.jmx.enabled=false",
                        "profiler.counters=false",
                        "spring.main.register-shutdown-hook=false");
    }

    /** An argument that is given twice is a list: a default is left out where the test says otherwise. */
    private static String[] on(String... properties) {
        boolean keysAreSet = Stream.of(properties).anyMatch(property -> property.matches("profiler.hmac.keys=.*"));
        Stream<String> defaults =
                Stream.of("profiler.enabled=true", "profiler.hmac-keys=" + KEY).limit(keysAreSet ? 1 : 2);
        return Stream.concat(defaults, Stream.of(properties)).toArray(String[]::new);
    }

    private static String[] arguments(String... properties) {
        return Stream.of(properties).map(property -> "--" + property).toArray(String[]::new);
    }

    /** Its context. */
    public ConfigurableApplicationContext context() {
        return context;
    }

    /** A bean of it. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Port of its web server. */
    public int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    /** Sends a request without headers of the profiler. */
    public HttpResponse<String> get(String path) {
        return get(path, Map.of());
    }

    /** Sends a request with headers. */
    public HttpResponse<String> get(String path, Map<String, String> headers) {
        return send("GET", port(), path, headers);
    }

    /** Sends a request to any port of the application. */
    public HttpResponse<String> send(String method, int port, String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(20));
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a signed request and waits until its trace is whole. */
    public Trace profiled(String path) {
        String baseId = UUID.randomUUID().toString();
        HttpResponse<String> response = get(path, signed(baseId));
        return new Trace(baseId, response, bean(CollectingSink.class));
    }

    /** Headers of a new trace. */
    public static Map<String, String> signed(String baseId) {
        return SignedHeaders.sign(new TraceContext(baseId, baseId, KEY)).asMap();
    }

    @Override
    public void close() {
        context.close();
    }
}
