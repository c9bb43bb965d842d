// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.actuate.ProfilerSanitizingAutoConfiguration;
import io.profiler.autoconfigure.kit.BackendPort;
import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.Threads;
import io.profiler.trace.ManagementStore;
import io.profiler.trace.MessageStore;
import io.profiler.trace.Profiler;
import io.profiler.trace.Traced;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an application has of the profiler while nobody uses it, on a started Tomcat. */
class ProfilerOffTest {

    @ParameterizedTest
    @ValueSource(strings = {"profiler.enabled=false", "nothing=set"})
    void offMeansNothingButANoopProfiler(String enabled) throws IOException {
        try (BackendPort backend = new BackendPort();
                RunningApp app = RunningApp.startPlain(Application.class, withLayers(enabled, backend))) {
            assertThat(app.get("/hello", RunningApp.signed("base")).headers().firstValue("X-Trace-Id"))
                    .isEmpty();

            assertThat(beansOfTheProfiler(app))
                    .containsExactlyInAnyOrder(
                            "io.profiler.profiler",
                            NoopProfilerAutoConfiguration.class.getName(),
                            "io.profiler.settingsCheck",
                            "io.profiler.aotCheck",
                            "io.profiler.ownBeans",
                            ProfilerSettingsAutoConfiguration.class.getName(),
                            ProfilerSanitizingAutoConfiguration.class.getName());
            assertThat(app.bean(Profiler.class)).isSameAs(Profiler.NOOP);
            assertThat(proxies(app)).isEmpty();
            assertThat(filters(app)).doesNotContain("io.profiler.filter");
            assertThat(Threads.ofProfiler()).isEmpty();
            assertThat(backend.connections()).isZero();
        }
    }

    @Test
    void onButNeverAskedMeansNoThreadAndNoConnection() throws IOException {
        try (BackendPort backend = new BackendPort();
                RunningApp app = RunningApp.start(Application.class, withLayers("nothing=set", backend))) {
            assertThat(app.get("/hello").body()).isEqualTo("hello");
            assertThat(app.get("/hello", Map.of("X-Trace-Info", "e30=")).body()).isEqualTo("hello");

            assertThat(filters(app)).contains("io.profiler.filter");
            assertThat(proxies(app))
                    .contains(Messages.class.getName(), Queues.class.getName(), Pricing.class.getName());
            assertThat(Threads.ofProfiler()).isEmpty();
            assertThat(backend.connections()).isZero();
        }
    }

    private static String[] withLayers(String enabled, BackendPort backend) {
        return new String[] {
            enabled,
            "profiler.hmac_keys=" + RunningApp.KEY,
            "profiler.connection-string=" + backend.mongoUri(),
            "profiler.trace-wsgi-transport=true",
            "profiler.trace-message-store=true",
            "profiler.trace-management-store=true"
        };
    }

    private static List<String> beansOfTheProfiler(RunningApp app) {
        String tests = ProfilerOffTest.class.getName();
        return Stream.of(app.context().getBeanDefinitionNames())
                .filter(name -> {
                    Class<?> type = app.context().getType(name);
                    return type != null && type.getName().startsWith("io.profiler.");
                })
                .filter(name -> !app.context().getType(name).getName().startsWith(tests))
                .filter(name -> !app.context().getType(name).getName().contains(".kit."))
                .toList();
    }

    private static List<String> proxies(RunningApp app) {
        return Stream.of(app.context().getBeanDefinitionNames())
                .filter(name -> AopUtils.isAopProxy(app.context().getBean(name)))
                .toList();
    }

    private static List<String> filters(RunningApp app) {
        return List.copyOf(((ServletWebServerApplicationContext) app.context())
                .getServletContext()
                .getFilterRegistrations()
                .keySet());
    }

    @Configuration(proxyBeanMethods = false)
    @Import({BaseApplication.Autoconfigured.class, HelloController.class, Messages.class, Queues.class, Pricing.class})
    static class Application {}

    @RestController
    static class HelloController {

        @GetMapping("/hello")
        String hello() {
            return "hello";
        }
    }

    @MessageStore
    static class Messages {

        public void list() {}
    }

    @ManagementStore
    static class Queues {

        public void list() {}
    }

    @Traced("pricing")
    static class Pricing {

        public void price() {}
    }
}
