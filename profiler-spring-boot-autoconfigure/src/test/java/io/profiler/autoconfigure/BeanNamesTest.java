// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.SwitchableStoreApplication;
import jakarta.servlet.Filter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application may have beans and filters of any name, above all of names that suggest themselves. */
class BeanNamesTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anApplicationMayTakeTheObviousNames(boolean enabled) {
        try (RunningApp app = RunningApp.startPlain(
                Application.class,
                "profiler.enabled=" + enabled,
                "profiler.hmac-keys=" + RunningApp.KEY,
                "profiler.trace-wsgi-transport=true",
                "management.endpoints.web.exposure.include=profiler")) {
            assertThat(app.get("/hello", RunningApp.signed("base"))
                            .headers()
                            .firstValue("X-Trace-Id")
                            .isPresent())
                    .isEqualTo(enabled);
            assertThat(app.context().getBean("io.profiler.profiler")).isInstanceOf(io.profiler.trace.Profiler.class);
        }
    }

    /** Of this name, too, and of another type. */
    record Profiler() {}

    @Configuration(proxyBeanMethods = false)
    static class Application extends SwitchableStoreApplication {

        @Bean
        Filter profilerFilter() {
            return (request, response, chain) -> chain.doFilter(request, response);
        }

        @Bean({
            "profiler",
            "noopProfiler",
            "profilerEndpoint",
            "profilerHealthContributor",
            "profilerTraceStore",
            "profilerHeaderVerifier",
            "profilerStartupLog",
            "tracePointExporter",
            "traceStore"
        })
        Profiler own() {
            return new Profiler();
        }
    }
}
