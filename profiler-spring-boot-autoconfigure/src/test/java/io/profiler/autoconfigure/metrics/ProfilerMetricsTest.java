// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.profiler.admission.Admission;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.Signing;
import io.profiler.autoconfigure.kit.SwitchableStore;
import io.profiler.autoconfigure.kit.SwitchableStoreApplication;
import io.profiler.propagation.TraceContext;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class ProfilerMetricsTest {

    /** Room of a request's first chunk, and of its end, which the container tells when that is closed. */
    private static final int ONE_REQUEST = 16 + 1;

    private RunningApp app;
    private MeterRegistry meters;

    @BeforeEach
    void start() {
        app = RunningApp.start(
                Application.class,
                "profiler.trace-wsgi-transport=true",
                "profiler.export.queue-capacity=" + ONE_REQUEST,
                "profiler.export.shutdown-timeout=100ms");
        meters = app.bean(MeterRegistry.class);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void pointsAreCountedFromTheFirstRequestOn() {
        assertThat(points("recorded")).isZero();

        app.get("/hello", RunningApp.signed("a"));

        await().untilAsserted(() -> assertThat(points("stored")).isEqualTo(5));
        assertThat(points("recorded")).isEqualTo(5);
        assertThat(waiting()).isZero();
        assertThat(dropped("queue_full") + dropped("rejected") + dropped("shutdown") + dropped("limit"))
                .isZero();
    }

    @Test
    void whatIsCreatedIsStoredOrDroppedOrWaiting() {
        SwitchableStore store = app.bean(SwitchableStore.class);
        store.setAway(true);

        app.get("/hello", RunningApp.signed("a"));
        app.get("/hello", RunningApp.signed("b"));

        await().untilAsserted(() -> assertThat(points("recorded")).isEqualTo(10));
        assertThat(waiting()).isEqualTo(5);
        assertThat(dropped("queue_full")).isEqualTo(5);
        assertThat(points("stored")).isZero();

        store.setAway(false);
        await().untilAsserted(() -> assertThat(points("stored")).isEqualTo(5));
        assertThat(waiting()).isZero();
        assertThat(points("recorded")).isEqualTo(10);
    }

    @Test
    void headersAreCountedByOutcomeAndReason() {
        app.get("/hello");
        app.get("/hello", RunningApp.signed("a"));
        app.get("/hello", Map.of("X-Trace-Info", "e30="));
        app.get("/hello", Signing.json("{\"base_id\": \"a\"}", "other"));
        app.get("/hello", Signing.json("{\"base_id\": \"a\"}", "other"));
        app.get("/hello", Signing.json("{}", RunningApp.KEY));
        app.get("/hello", Signing.text("e30", RunningApp.KEY));

        assertThat(headers("accepted", "accepted")).isEqualTo(1);
        assertThat(headers("rejected", "unsigned")).isEqualTo(1);
        assertThat(headers("rejected", "wrong_signature")).isEqualTo(2);
        assertThat(headers("rejected", "wrong_members")).isEqualTo(1);
        assertThat(headers("rejected", "malformed")).isEqualTo(1);
        assertThat(headers("rejected", "too_long")).isZero();
    }

    @Test
    void requestsThatAreServedUnprofiledAreCountedByTheLimit() {
        Admission admission = app.bean(Admission.class);
        admission.admit(new TraceContext("a", "a", RunningApp.KEY)).traceIsFull();

        assertThat(unprofiled("spans_per_trace")).isEqualTo(1);
        assertThat(unprofiled("open_traces") + unprofiled("requests_per_second"))
                .isZero();
    }

    private double unprofiled(String reason) {
        return meters.get("profiler.requests.unprofiled")
                .tag("reason", reason)
                .functionCounter()
                .count();
    }

    private double points(String name) {
        return meters.get("profiler.points." + name).functionCounter().count();
    }

    private double dropped(String reason) {
        return meters.get("profiler.points.dropped")
                .tag("reason", reason)
                .functionCounter()
                .count();
    }

    private double waiting() {
        return meters.get("profiler.points.waiting").gauge().value();
    }

    private double headers(String outcome, String reason) {
        return meters.get("profiler.headers")
                .tags("outcome", outcome, "reason", reason)
                .functionCounter()
                .count();
    }

    @Configuration(proxyBeanMethods = false)
    static class Application extends SwitchableStoreApplication {

        @Bean
        SimpleMeterRegistry meterRegistry() {
            return new SimpleMeterRegistry();
        }
    }
}
