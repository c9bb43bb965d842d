// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.SwitchableStore;
import io.profiler.autoconfigure.kit.SwitchableStoreApplication;
import io.profiler.autoconfigure.kit.Threads;
import io.profiler.test.CollectingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Applications beside, after and below each other in one JVM. */
@ExtendWith(OutputCaptureExtension.class)
class SeveralContextsTest {

    @Test
    void twoAtOnceProfileTheirOwnRequestsAndLeaveNoThread() {
        try (RunningApp first = start();
                RunningApp second = start()) {
            first.get("/hello", RunningApp.signed("a"));
            second.get("/hello", RunningApp.signed("b"));

            await().untilAsserted(() ->
                    assertThat(first.bean(SwitchableStore.class).read("a")).hasSize(5));
            await().untilAsserted(() ->
                    assertThat(second.bean(SwitchableStore.class).read("b")).hasSize(5));
            assertThat(first.bean(SwitchableStore.class).read("b")).isEmpty();
        }
        assertNoThread();
    }

    @Test
    void oneAfterTheOtherStartsAnew() {
        for (String trace : new String[] {"a", "b"}) {
            try (RunningApp app = start()) {
                app.get("/hello", RunningApp.signed(trace));

                await().untilAsserted(() ->
                        assertThat(app.bean(SwitchableStore.class).read(trace)).hasSize(5));
            }
        }
        assertNoThread();
    }

    @Test
    void belowAParent(CapturedOutput output) {
        try (ConfigurableApplicationContext child = new SpringApplicationBuilder(Parent.class)
                .web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off", "spring.jmx.enabled=true")
                .child(SwitchableStoreApplication.class)
                .web(WebApplicationType.SERVLET)
                .run(
                        "--server.port=0",
                        "--profiler.enabled=true",
                        "--profiler.hmac-keys=" + RunningApp.KEY,
                        "--profiler.trace-wsgi-transport=true")) {
            RunningApp app = RunningApp.of(child);

            app.get("/hello", RunningApp.signed("a"));

            await().untilAsserted(() ->
                    assertThat(app.bean(SwitchableStore.class).read("a")).hasSize(5));
        }
        assertNoThread();
        assertThat(output).containsOnlyOnce("Requests with signed headers are profiled");
    }

    @Test
    void whatIsBelowAParentLeavesItsExporterOpen() {
        ApplicationContextRunner runner = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ProfilerAutoConfiguration.class))
                .withPropertyValues("profiler.enabled=true", "profiler.hmac-keys=" + RunningApp.KEY);

        runner.withBean(CollectingSink.class).run(parent -> {
            assertThat(parent.getBeanNamesForType(ExporterLifecycle.class)).hasSize(1);
            runner.withParent(parent)
                    .run(child -> assertThat(child.getBeanNamesForType(ExporterLifecycle.class))
                            .isEmpty());
        });
    }

    private static RunningApp start() {
        return RunningApp.start(
                SwitchableStoreApplication.class, "profiler.trace-wsgi-transport=true", "spring.jmx.enabled=true");
    }

    private static void assertNoThread() {
        await().untilAsserted(() -> assertThat(Threads.ofProfiler()).isEmpty());
    }

    @Configuration(proxyBeanMethods = false)
    static class Parent {}
}
