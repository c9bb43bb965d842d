// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The sample, started as a user starts it, on free ports and with a database of its own: that at {@code MONGODB_URI} if set. */
public final class RunningSample implements AutoCloseable {

    private static final String MONGODB_URI = System.getenv("MONGODB_URI");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path directory;
    private final String database;
    private final AdvancingClock clock = new AdvancingClock();
    private final ConfigurableApplicationContext context;

    private RunningSample(Path directory, String... arguments) {
        this.directory = directory;
        this.database = "sample-" + UUID.randomUUID();
        this.context = run(arguments);
    }

    /** Starts the sample; the arguments come on top of those that make it a test. */
    public static RunningSample start(String... arguments) {
        try {
            return new RunningSample(Files.createTempDirectory("sample"), arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ConfigurableApplicationContext run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.mongodb.database=" + database,
                "--sample.mongodb.port=0",
                "--sample.mongodb.file=" + directory.resolve("mongodb.mv"),
                "--profiler.enabled=false",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn"));
        if (MONGODB_URI != null) {
            all.add("--spring.mongodb.uri=" + MONGODB_URI);
        }
        all.addAll(List.of(arguments));
        return new SpringApplicationBuilder(SampleApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(AdvancingClock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(all.toArray(String[]::new));
    }

    /** The clock that the sample lives by. */
    public AdvancingClock clock() {
        return clock;
    }

    /** The address of a path, which may have a query. */
    public URI uri(String pathAndQuery) {
        return URI.create(
                "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port") + pathAndQuery);
    }

    /** Sends a request. */
    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    public HttpResponse<String> send(String method, String path, String body) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        if (MONGODB_URI != null) {
            bean(MongoClient.class).getDatabase(database).drop();
        }
        context.close();
        FileSystemUtils.deleteRecursively(directory.toFile());
    }
}
