// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.Trace;
import io.profiler.test.CollectingSink;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A profiled request that is part of a trace of W3C's kind as well. */
class OtherTraceTest {

    private static final String CALLER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @TestInstance(Lifecycle.PER_CLASS)
    abstract static class Contract {

        private RunningApp app;

        abstract RunningApp started();

        @BeforeAll
        void start() {
            app = started();
        }

        @AfterAll
        void stop() {
            app.close();
        }

        @Test
        void theRootSaysWhichAndHowItsOwnIsFoundThere() {
            String baseId = UUID.randomUUID().toString();

            assertThat(root(baseId, CALLER))
                    .containsEntry("traceparent", CALLER)
                    .containsEntry("otlp_trace_id", baseId.replace("-", ""));
        }

        @Test
        void whatIsNoHeaderOfThatKindIsLeftOut() {
            assertThat(root(UUID.randomUUID().toString(), "00-zz-1-01"))
                    .doesNotContainKeys("traceparent", "otlp_trace_id");
        }

        private Map<String, Object> root(String baseId, String traceparent) {
            Map<String, String> headers = new HashMap<>(RunningApp.signed(baseId));
            headers.put("traceparent", traceparent);
            return new Trace(baseId, app.get("/hello", headers), app.bean(CollectingSink.class)).info("wsgi-start");
        }
    }

    @Nested
    class Servlet extends Contract {
        @Override
        RunningApp started() {
            return RunningApp.start(Application.class, "profiler.trace-wsgi-transport=true");
        }
    }

    @Nested
    class Reactive extends Contract {
        @Override
        RunningApp started() {
            return RunningApp.startReactive(Application.class, "profiler.trace-wsgi-transport=true");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import({BaseApplication.class, Controller.class})
    static class Application {}

    @RestController
    static class Controller {

        @GetMapping("/hello")
        String hello() {
            return "hello";
        }
    }
}
