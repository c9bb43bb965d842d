// SPDX-License-Identifier: Apache-2.0
package io.profiler.sql;

import io.profiler.point.TracePoint;
import io.profiler.propagation.SignedHeaders;
import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The application on Tomcat, with a database in memory. */
final class RunningPets implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String KEY = "key";

    private final ConfigurableApplicationContext context;

    private RunningPets(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningPets start(List<Class<?>> sources, String... properties) {
        Stream<String> all = Stream.concat(
                Stream.of(
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "spring.main.banner-mode=off",
                        "spring.main.register-shutdown-hook=false",
                        "spring.jpa.hibernate.ddl-auto=create",
                        "spring.flyway.enabled=false",
                        "profiler.hmac-keys=" + KEY,
                        "profiler.trace-wsgi-transport=true",
                        "management.endpoints.web.exposure.include=*"),
                Stream.of(properties));
        return new RunningPets(new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .run(all.map(property -> "--" + property).toArray(String[]::new)));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    String get(String path) {
        return send(path, Map.of());
    }

    /** Has a request profiled; gives the id of its trace. */
    String profile(String path) {
        String baseId = UUID.randomUUID().toString();
        send(path, SignedHeaders.sign(new TraceContext(baseId, baseId, KEY)).asMap());
        return baseId;
    }

    private String send(String path, Map<String, String> headers) {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    List<TracePoint> points(String baseId) {
        return bean(CollectingSink.class).points().stream()
                .filter(point -> point.baseId().equals(baseId))
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
