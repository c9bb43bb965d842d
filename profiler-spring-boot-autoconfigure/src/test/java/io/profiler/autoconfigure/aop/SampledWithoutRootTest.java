// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.Trace;
import io.profiler.trace.Profiler;
import io.profiler.trace.sample.Sampler;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/** Looks at requests without a span around them, as {@code profiler.trace-wsgi-transport} is off unless somebody sets it. */
class SampledWithoutRootTest {

    private static final String ALWAYS = "profiler.samples.always=true";

    /** More than are looked at at once. */
    private static final int MANY = 2 * Sampler.MOST_REQUESTS;

    @Test
    void areOverWithTheRequestAlsoIfItHasNoSpan() {
        try (RunningApp app = RunningApp.start(Application.class, ALWAYS)) {
            assertNoneIsRefused(app);
        }
    }

    @Test
    void areOverWithAReactiveRequest() {
        try (RunningApp app = RunningApp.startReactive(ReactiveApplication.class, ALWAYS)) {
            assertNoneIsRefused(app);
        }
    }

    private static void assertNoneIsRefused(RunningApp app) {
        for (int i = 0; i < MANY; i++) {
            assertThat(app.get("/nothing", RunningApp.signed("nothing-" + i)).statusCode())
                    .isEqualTo(204);
        }

        Trace trace = app.profiled("/hello");

        assertThat(trace.tree()).isEqualTo("work");
        assertThat(trace.points())
                .filteredOn(point -> point.name().equals("work-stop"))
                .singleElement()
                .satisfies(stop -> assertThat((Map<?, ?>) stop.info().get("samples"))
                        .matches(samples -> samples.containsKey("spans") && !samples.containsKey("refused")));
    }

    @RestController
    static class Hello {

        private final Profiler profiler;

        Hello(Profiler profiler) {
            this.profiler = profiler;
        }

        @GetMapping("/hello")
        String hello() {
            profiler.start("work").stop();
            return "hello";
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import({BaseApplication.class, Hello.class})
    static class Application {

        /** Answers before anything is reached that has a span. */
        @Bean
        Filter answering() {
            return (request, response, chain) -> {
                if (((HttpServletRequest) request).getRequestURI().equals("/nothing")) {
                    ((HttpServletResponse) response).setStatus(204);
                } else {
                    chain.doFilter(request, response);
                }
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import({BaseApplication.class, Hello.class})
    static class ReactiveApplication {

        @Bean
        WebFilter answering() {
            return (exchange, chain) -> {
                if (!exchange.getRequest().getPath().value().equals("/nothing")) {
                    return chain.filter(exchange);
                }
                exchange.getResponse().setRawStatusCode(204);
                return Mono.empty();
            };
        }
    }
}
