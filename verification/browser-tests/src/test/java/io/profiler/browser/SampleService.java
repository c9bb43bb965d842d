// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import io.profiler.report.Report;
import io.profiler.sample.SampleApplication;
import io.profiler.store.OpenedStores;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceReader;
import io.profiler.store.TraceSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The sample, started as a user starts it, on free ports and with a database of its own. Spring Security, which is on the
 * class path here, is out of it unless asked for.
 */
final class SampleService implements BeforeAllCallback, AfterAllCallback {

    private static final String SECURITY = "org.springframework.boot.security.autoconfigure.";

    private static final String WITHOUT_SECURITY = Stream.of(
                    "SecurityAutoConfiguration",
                    "UserDetailsServiceAutoConfiguration",
                    "actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
                    "web.servlet.SecurityFilterAutoConfiguration",
                    "web.servlet.ServletWebSecurityAutoConfiguration")
            .map(SECURITY::concat)
            .collect(Collectors.joining(",", "--spring.autoconfigure.exclude=", ""));

    private final ApplicationContextInitializer<ConfigurableApplicationContext> initializer;
    private final List<String> arguments = new ArrayList<>();
    private Path directory;
    private ConfigurableApplicationContext context;

    SampleService(String... arguments) {
        this(context -> {}, arguments);
    }

    /**
     * @param initializer adds what the application under test has and the sample has not
     */
    SampleService(ApplicationContextInitializer<ConfigurableApplicationContext> initializer, String... arguments) {
        this.initializer = initializer;
        this.arguments.add(WITHOUT_SECURITY);
        this.arguments.addAll(List.of(arguments));
    }

    /** The sample behind Spring Security, with a user {@code reader} whose password is {@code secret}. */
    static SampleService secured(
            ApplicationContextInitializer<ConfigurableApplicationContext> initializer, String... arguments) {
        SampleService sample = new SampleService(initializer, arguments);
        sample.arguments.set(0, "--spring.security.user.name=reader");
        sample.arguments.add("--spring.security.user.password=secret");
        return sample;
    }

    @Override
    public void beforeAll(ExtensionContext test) throws IOException {
        directory = Files.createTempDirectory("sample");
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--sample.mongodb.port=0",
                "--sample.mongodb.file=" + directory.resolve("mongodb.mv"),
                "--profiler.connection-string=",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn"));
        all.addAll(arguments);
        context = new SpringApplicationBuilder(SampleApplication.class)
                .initializers(initializer)
                .run(all.toArray(String[]::new));
    }

    @Override
    public void afterAll(ExtensionContext test) {
        if (context != null) {
            context.close();
        }
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the application serves. */
    String origin() {
        return originAt("local.server.port");
    }

    /** Where its endpoints are. */
    String managementOrigin() {
        return originAt("local.management.port");
    }

    private String originAt(String portProperty) {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty(portProperty);
    }

    List<TraceSummary> traces() {
        return store().list(TraceQuery.all());
    }

    Report latestTrace() {
        return Report.of(store().read(traces().get(0).baseId()));
    }

    void deleteTraces() {
        traces().forEach(trace -> store().delete(trace.baseId()));
    }

    private TraceReader store() {
        return context.getBean(OpenedStores.class).reader().orElseThrow();
    }
}
