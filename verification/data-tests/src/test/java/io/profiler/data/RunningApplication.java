// SPDX-License-Identifier: Apache-2.0
package io.profiler.data;

import io.profiler.propagation.SignedHeaders;
import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** An application on Netty. */
final class RunningApplication implements AutoCloseable {

    static final String KEY = "key";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    private RunningApplication(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** What is done in a profiled request. */
    @FunctionalInterface
    interface Request {
        void run() throws Exception;
    }

    static RunningApplication start(List<Class<?>> sources, String... properties) {
        return start(WebApplicationType.REACTIVE, sources, properties);
    }

    /** Beside others: when one server stops, all of a process do. */
    static RunningApplication startWithoutServer(List<Class<?>> sources, String... properties) {
        return start(WebApplicationType.NONE, sources, properties);
    }

    private static RunningApplication start(WebApplicationType type, List<Class<?>> sources, String... properties) {
        Stream<String> all = Stream.concat(
                Stream.of(
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "spring.main.banner-mode=off",
                        "spring.main.register-shutdown-hook=false",
                        "spring.r2dbc.url=r2dbc:h2:mem:///" + UUID.randomUUID() + "?options=DB_CLOSE_DELAY=-1",
                        "spring.mongodb.database=shop",
                        "profiler.enabled=true",
                        "profiler.hmac-keys=" + KEY,
                        "profiler.trace-wsgi-transport=true",
                        "management.endpoints.web.exposure.include=*"),
                Stream.of(properties));
        return new RunningApplication(new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .web(type)
                .run(all.map(property -> "--" + property).toArray(String[]::new)));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    /** The trace of a request over HTTP. */
    Spans profile(String path) {
        String baseId = UUID.randomUUID().toString();
        send(path, SignedHeaders.sign(new TraceContext(baseId, baseId, KEY)).asMap());
        return Spans.of(bean(CollectingSink.class), baseId);
    }

    /** The trace of what the present thread does. */
    Spans profile(Request request) throws Exception {
        String baseId = UUID.randomUUID().toString();
        try (ProfiledScope scope = bean(Profiler.class).open(new TraceContext(baseId, baseId, KEY))) {
            request.run();
        }
        return Spans.of(bean(CollectingSink.class), baseId);
    }

    /** How many points a request adds that is not profiled. */
    int addedUnprofiled(String path) {
        int before = bean(CollectingSink.class).points().size();
        send(path, Map.of());
        return bean(CollectingSink.class).points().size() - before;
    }

    String send(String path, Map<String, String> headers) {
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

    @Override
    public void close() {
        context.close();
    }
}
