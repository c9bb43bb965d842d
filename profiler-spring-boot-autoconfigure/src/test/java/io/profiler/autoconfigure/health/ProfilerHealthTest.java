// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.autoconfigure.kit.BackendPort;
import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.SwitchableStore;
import io.profiler.autoconfigure.kit.SwitchableStoreApplication;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The component of the application's health, by the endpoint. */
class ProfilerHealthTest {

    private static final String[] ENDPOINT = {
        "profiler.trace-wsgi-transport=true",
        "management.endpoints.web.exposure.include=health",
        "management.endpoint.health.show-details=always"
    };

    @Test
    void itTellsOfAStoreThatIsThereAndOfOneThatIsAwayAndStaysUp() {
        try (RunningApp app = RunningApp.start(SwitchableStoreApplication.class, ENDPOINT)) {
            SwitchableStore store = app.bean(SwitchableStore.class);
            assertThat(component(app).path("status").stringValue()).isEqualTo("UP");
            assertThat(store(app).path("reached").stringValue()).isEqualTo("not tried yet");

            request(app);
            await().until(() -> store(app).path("reached").booleanValue(false));
            assertThat(store(app).path("stored").intValue()).isPositive();

            store.setAway(true);
            request(app);
            await().until(() -> component(app).path("status").stringValue().equals("UNKNOWN"));
            assertThat(store(app).path("reached").booleanValue()).isFalse();
            assertThat(store(app).path("away").stringValue()).isNotBlank();
            assertThat(store(app).path("since").stringValue()).contains("T");
            assertThat(app.get("/actuator/health").statusCode()).isEqualTo(200);
            assertThat(health(app).path("status").stringValue()).isEqualTo("UP");

            store.setAway(false);
            await().until(() -> component(app).path("status").stringValue().equals("UP"));
        }
    }

    /** Asking it must not wait for whoever is asked there. */
    @Test
    void aStoreThatNeverAnswersHoldsNobodyUpAndItsPasswordIsNotTold() throws IOException {
        try (BackendPort frozen = new BackendPort();
                RunningApp app = RunningApp.start(
                        Application.class,
                        "profiler.connection-string="
                                + frozen.mongoUri().replace("//", "//user:s3cr3t@")
                                + "/?serverSelectionTimeoutMS=600000",
                        "profiler.export.shutdown-timeout=100ms",
                        ENDPOINT[0],
                        ENDPOINT[1],
                        ENDPOINT[2])) {
            request(app);
            await().until(() -> frozen.connections() > 0);

            assertThat(app.get("/actuator/health").body())
                    .contains("\"profiler\"")
                    .doesNotContain("s3cr3t", "user");
        }
    }

    @Test
    void thereIsNoneWhereItIsSwitchedOffOrTheProfilerIs() {
        assertThat(isThereWith("management.health.profiler.enabled=false")).isFalse();
        assertThat(isThereWith("management.health.defaults.enabled=false")).isFalse();
        try (RunningApp app = RunningApp.startPlain(SwitchableStoreApplication.class)) {
            assertThat(app.context().containsBean("profilerHealthContributor")).isFalse();
        }
        assertThat(isThereWith("management.health.profiler.enabled=true")).isTrue();
    }

    private static boolean isThereWith(String property) {
        try (RunningApp app = RunningApp.start(SwitchableStoreApplication.class, property)) {
            return app.context().containsBean("profilerHealthContributor");
        }
    }

    @Test
    void oneOfTheApplicationsTakesItsPlace() {
        try (RunningApp app = RunningApp.start(OwnApplication.class, ENDPOINT)) {
            assertThat(component(app).path("details").path("own").booleanValue())
                    .isTrue();
        }
    }

    private static void request(RunningApp app) {
        assertThat(app.get("/hello", RunningApp.signed(UUID.randomUUID().toString()))
                        .headers()
                        .firstValue("X-Trace-Id"))
                .isPresent();
    }

    private static JsonNode store(RunningApp app) {
        return component(app).path("details").path("stores").path(0);
    }

    private static JsonNode component(RunningApp app) {
        return health(app).path("components").path("profiler");
    }

    private static JsonNode health(RunningApp app) {
        return new JsonMapper().readTree(app.get("/actuator/health").body());
    }

    @Configuration(proxyBeanMethods = false)
    @Import(BaseApplication.Autoconfigured.class)
    static class Application {}

    @Configuration(proxyBeanMethods = false)
    @Import(SwitchableStoreApplication.class)
    static class OwnApplication {

        @Bean
        HealthIndicator profilerHealthIndicator() {
            return () -> org.springframework.boot.health.contributor.Health.up()
                    .withDetail("own", true)
                    .build();
        }
    }
}
