// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.application;

import io.profiler.benchmarks.load.Headers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The variants that are compared: the first with all others. Spans are exported as each has it by default. */
final class Variants {

    static final List<Variant> ALL = List.of(
            new Variant("off", Headers.NONE, 0, true, Variants::nowhere, port -> off()),
            new Variant("on, no request signed", Headers.NONE, 0, true, StoredSpans::open, Variants::on),
            new Variant("on, every request signed", Headers.SIGNED, 12, true, StoredSpans::open, Variants::on),
            new Variant("OpenTelemetry's Java agent", Headers.NONE, 12, false, SentSpans::open, Variants::agent),
            new Variant(
                    "Boot's OpenTelemetry starter",
                    Headers.NONE,
                    12,
                    false,
                    SentSpans::open,
                    Variants::annotatedStarter),
            new Variant("the same, unannotated", Headers.NONE, 1, false, SentSpans::open, Variants::starter));

    private static final String APPLICATION = "verification/application/target/application-exec.jar";
    private static final String APPLICATION_WITH_STARTER =
            "verification/application-opentelemetry/target/application-opentelemetry.jar";
    private static final String AGENT = "verification/application/target/opentelemetry-javaagent.jar";

    private static final String METHODS = String.join(
            ";",
            "com.example.orders.OrdersController[show]",
            "com.example.orders.OrderService[view]",
            "com.example.orders.OrderStore[find]",
            "com.example.orders.CustomerStore[name,address]",
            "com.example.orders.ProductStore[find,inStock]");

    private Variants() {}

    private static Destination nowhere(Path folder, Duration lifetime) {
        return Destination.NOWHERE;
    }

    private static List<String> off() {
        return List.of("-jar", APPLICATION, "--profiler.enabled=false");
    }

    private static List<String> on(int port) {
        return List.of(
                "-jar",
                APPLICATION,
                "--profiler.enabled=true",
                "--profiler.hmac-keys=" + Headers.KEY,
                "--profiler.connection-string=mongodb://127.0.0.1:" + port,
                "--profiler.limits.requests-per-second=" + Integer.MAX_VALUE,
                "--profiler.trace-wsgi-transport=true",
                "--profiler.trace-message-store=true",
                "--profiler.message-store.pointcut=execution(* com.example.orders.*Store.*(..))",
                "--profiler.trace-management-store=true",
                "--profiler.management-store.pointcut=execution(* com.example.orders.OrderService.*(..))");
    }

    private static List<String> agent(int port) {
        return Stream.concat(
                        Stream.of(
                                "-javaagent:" + AGENT,
                                "-Dotel.exporter.otlp.endpoint=http://127.0.0.1:" + port,
                                "-Dotel.traces.sampler=always_on",
                                "-Dotel.metrics.exporter=none",
                                "-Dotel.logs.exporter=none",
                                "-Dotel.instrumentation.methods.include=" + METHODS),
                        off().stream())
                .toList();
    }

    private static List<String> starter(int port) {
        return List.of(
                "-jar",
                APPLICATION_WITH_STARTER,
                "--management.tracing.sampling.probability=1.0",
                "--management.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:" + port + "/v1/traces",
                "--management.defaults.metrics.export.enabled=false");
    }

    private static List<String> annotatedStarter(int port) {
        return Stream.concat(starter(port).stream(), Stream.of("--management.observations.annotations.enabled=true"))
                .toList();
    }
}
