// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.Trace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class ControllerLayerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.aop.proxy-target-class=true",
                "spring.aop.proxy-target-class=false",
                "spring.aop.auto=false"
            })
    void controllersGoOnWorkingWithEveryKindOfProxy(String kind) {
        try (RunningApp app = RunningApp.start(Application.class, "profiler.trace-wsgi-transport=true", kind)) {
            assertTraced(app.profiled("/api"), ApiController.class);
            assertTraced(app.profiled("/plain"), PlainController.class);
            assertTraced(app.profiled("/mapped-by-interface"), MappedByInterface.class);
        }
    }

    private static void assertTraced(Trace trace, Class<?> controller) {
        assertThat(trace.response().statusCode()).isEqualTo(200);
        assertThat(trace.response().body()).isEqualTo("served");
        assertThat(trace.tree()).isEqualTo("wsgi(controller)");
        assertThat(trace.function("controller")).isEqualTo(controller.getName() + ".serve");
    }

    @Configuration(proxyBeanMethods = false)
    @Import({BaseApplication.class, ApiController.class, PlainController.class, MappedByInterface.class})
    static class Application {}

    interface Api {
        String serve();
    }

    @RestController
    static class ApiController implements Api {

        @Override
        @GetMapping("/api")
        public String serve() {
            return "served";
        }
    }

    @RestController
    static class PlainController {

        private final String answer = "served";

        @GetMapping("/plain")
        String serve() {
            return answer;
        }
    }

    interface MappedApi {

        @GetMapping("/mapped-by-interface")
        String serve();
    }

    @RestController
    static class MappedByInterface implements MappedApi {

        @Override
        public String serve() {
            return "served";
        }
    }
}
