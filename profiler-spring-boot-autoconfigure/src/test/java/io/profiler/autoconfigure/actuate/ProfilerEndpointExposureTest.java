// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.StoringApplication;
import io.profiler.autoconfigure.kit.SwitchableStoreApplication;
import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceSummary;
import io.profiler.store.TraceWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who can reach the endpoint, and where it is. */
@ExtendWith(OutputCaptureExtension.class)
class ProfilerEndpointExposureTest {

    private static final String EXPOSED = "management.endpoints.web.exposure.include=*";

    @Test
    void isThereOnlyIfTheApplicationExposesIt() {
        try (RunningApp app = RunningApp.start(SwitchableStoreApplication.class)) {
            assertThat(app.get("/actuator/profiler").statusCode()).isEqualTo(404);
            assertThat(app.context().getBeanNamesForType(ProfilerEndpoint.class))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "profiler.enabled=false, nothing=set",
        "profiler.enabled=true, management.endpoint.profiler.access=none",
        "profiler.enabled=true, management.endpoints.web.exposure.exclude=profiler"
    })
    void isNotThereWhereItIsSwitchedOff(String enabled, String property) {
        try (RunningApp app = RunningApp.startPlain(
                SwitchableStoreApplication.class, enabled, "profiler.hmac-keys=key", EXPOSED, property)) {
            assertThat(app.get("/actuator/profiler").statusCode()).isEqualTo(404);
            assertThat(app.context().getBeanNamesForType(ProfilerEndpoint.class))
                    .isEmpty();
        }
    }

    @Test
    void isNotThereWithoutAStore() {
        try (RunningApp app = RunningApp.start(BaseApplication.class, EXPOSED)) {
            assertThat(app.get("/actuator/profiler").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void deletesNothingUnlessThatIsAllowed() {
        try (RunningApp app = RunningApp.start(SwitchableStoreApplication.class, EXPOSED)) {
            assertThat(app.get("/actuator/profiler").statusCode()).isEqualTo(200);
            assertThat(app.send("DELETE", app.port(), "/actuator/profiler/base", Map.of())
                            .statusCode())
                    .isEqualTo(405);
        }
    }

    @Test
    void isNotOpenedTogetherWithAllOthers() {
        try (RunningApp app = RunningApp.start(
                SwitchableStoreApplication.class, EXPOSED, "management.endpoints.access.default=unrestricted")) {
            var answer = app.send("DELETE", app.port(), "/actuator/profiler/base", Map.of());

            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.body())
                    .isEqualTo("{\"message\":\"traces are deleted, browsers recorded, and requests relayed, only with"
                            + " management.endpoint.profiler.access=unrestricted,"
                            + " and as far as management.endpoints.access.max-permitted lets it\"}");
            assertThat(app.send("GET", app.port(), "/actuator/profiler", Map.of("Accept", "text/html"))
                            .body())
                    .contains("\"readOnly\":true");
        }
    }

    @Test
    void isReadOnlyWhereTheApplicationPermitsNoMore() {
        try (RunningApp app = RunningApp.start(
                SwitchableStoreApplication.class,
                EXPOSED,
                "management.endpoint.profiler.access=unrestricted",
                "management.endpoints.access.max-permitted=read-only")) {
            assertThat(app.send("DELETE", app.port(), "/actuator/profiler/base", Map.of())
                            .statusCode())
                    .isEqualTo(405);
            assertThat(app.get("/actuator/profiler", Map.of("Accept", "text/html"))
                            .body())
                    .contains("\"readOnly\":true");
        }
    }

    @Test
    void movesWithThePathsOfTheApplication() {
        try (RunningApp app = RunningApp.start(
                SwitchableStoreApplication.class,
                EXPOSED,
                "server.servlet.context-path=/shop",
                "management.endpoints.web.base-path=/manage",
                "management.endpoints.web.path-mapping.profiler=traces")) {
            assertThat(app.get("/shop/manage/traces").body()).isEqualTo("{\"traces\":[],\"more\":false}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "management.endpoints.web.base-path=/manage | /manage/profiler",
                "server.servlet.context-path=/shop | /shop/actuator/profiler",
                "management.server.port=0 | /actuator/profiler on the management port",
            })
    void theLogSaysOnceWhereTheConsoleIs(String property, String place, CapturedOutput output) {
        try (RunningApp app = RunningApp.start(SwitchableStoreApplication.class, EXPOSED, property)) {
            assertThat(app.context().isRunning()).isTrue();
        }

        assertThat(output.toString().lines().filter(line -> line.contains("Console: ")))
                .singleElement()
                .asString()
                .contains("INFO")
                .endsWith("Console: " + place);
    }

    /** Properties of the other kind of application may be left over, or meant for another one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SERVLET  | spring.webflux.base-path=/shop      | management.server.port=",
                "SERVLET  | spring.webflux.base-path=/shop      | management.server.port=0",
                "REACTIVE | server.servlet.context-path=/shop   | management.server.port=",
                "REACTIVE | server.servlet.context-path=/shop   | management.server.port=0",
                "REACTIVE | spring.mvc.servlet.path=/dispatched | management.server.port=",
                "REACTIVE | spring.mvc.servlet.path=/dispatched | management.server.port=0"
            })
    void propertiesOfTheOtherKindOfApplicationMoveNothing(
            WebApplicationType kind, String leftOver, String port, CapturedOutput output) {
        try (RunningApp app = kind == WebApplicationType.SERVLET
                ? RunningApp.start(SwitchableStoreApplication.class, EXPOSED, leftOver, port)
                : RunningApp.startReactive(SwitchableStoreApplication.class, EXPOSED, leftOver, port)) {
            int consolePort = app.context().getEnvironment().getProperty("local.management.port", Integer.class, 0);
            String page = app.send("GET", consolePort, "/actuator/profiler", Map.of("Accept", "text/html"))
                    .body();

            assertThat(page).contains("\"contextPath\":\"\",\"endpointPath\":\"/actuator/profiler\"");
        }
        assertThat(output)
                .containsPattern("Console: /actuator/profiler(" + (port.endsWith("0") ? " on the management port" : "")
                        + ")\\R");
    }

    @ParameterizedTest
    @ValueSource(strings = {"management.endpoints.web.exposure.exclude=profiler", "management.server.port=-1"})
    void whereThereIsNoneItIsNotToldOf(String property, CapturedOutput output) {
        try (RunningApp app = RunningApp.start(SwitchableStoreApplication.class, EXPOSED, property)) {
            assertThat(app.context().isRunning()).isTrue();
        }

        assertThat(output).doesNotContain("Console: ");
    }

    @Test
    void onAPortOfItsOwnItIsNotProfiled() {
        try (RunningApp app = RunningApp.start(
                SwitchableStoreApplication.class,
                EXPOSED,
                "profiler.trace-wsgi-transport=true",
                "management.server.port=0",
                "management.server.address=127.0.0.1")) {
            int port = app.context().getEnvironment().getRequiredProperty("local.management.port", Integer.class);

            var list = app.send("GET", port, "/actuator/profiler", RunningApp.signed("own"));

            assertThat(list.body()).isEqualTo("{\"traces\":[],\"more\":false}");
            assertThat(list.headers().firstValue("X-Trace-Id")).isEmpty();
            assertThat(app.get("/actuator/profiler").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void saysThatTheStoreGivesNothingBack() {
        try (RunningApp app = RunningApp.start(WriteOnlyApplication.class, EXPOSED)) {
            var list = app.get("/actuator/profiler");

            assertThat(list.statusCode()).isEqualTo(501);
            assertThat(list.body())
                    .isEqualTo("{\"message\":\"somewhere else only takes traces;"
                            + " look at them in the tool that it sends them to\"}");
            assertThat(app.get("/actuator/profiler/base").body())
                    .isEqualTo("{\"message\":\"somewhere else only takes traces;"
                            + " look for trace base where it sends them to\"}");
        }
    }

    @Test
    void saysInOneLineWhatNobodyHasThoughtOf() {
        try (RunningApp app = RunningApp.start(FaultyApplication.class, EXPOSED)) {
            for (String path : List.of("/actuator/profiler", "/actuator/profiler/base")) {
                assertThat(app.get(path).statusCode()).isEqualTo(500);
                assertThat(app.get(path).body())
                        .isEqualTo("{\"message\":\"this cannot be shown: java.lang.StackOverflowError;"
                                + " the application's log says more\"}");
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class FaultyApplication extends StoringApplication {

        @Bean
        TraceStore store() {
            return new GivingNothing(StackOverflowError::new);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WriteOnlyApplication extends StoringApplication {

        @Bean
        TraceWriter store() {
            return new OnlyTaking();
        }
    }

    private record OnlyTaking() implements TraceWriter {

        @Override
        public AppendResult append(List<TracePoint> points) {
            return AppendResult.allStored(points.size());
        }

        @Override
        public void close() {}

        @Override
        public String toString() {
            return "somewhere else";
        }
    }

    private record GivingNothing(Supplier<? extends Throwable> reason) implements TraceStore {

        @Override
        public AppendResult append(List<TracePoint> points) {
            return AppendResult.allStored(points.size());
        }

        @Override
        public List<TracePoint> read(String baseId) {
            throw this.<RuntimeException>unchecked();
        }

        @Override
        public List<TraceSummary> list(TraceQuery query) {
            throw this.<RuntimeException>unchecked();
        }

        @Override
        public long delete(String baseId) {
            throw this.<RuntimeException>unchecked();
        }

        @SuppressWarnings("unchecked")
        private <E extends Throwable> E unchecked() throws E {
            throw (E) reason.get();
        }

        @Override
        public void close() {}
    }
}
