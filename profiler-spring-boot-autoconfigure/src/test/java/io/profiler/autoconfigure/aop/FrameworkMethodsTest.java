// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static io.profiler.autoconfigure.kit.ProfiledContext.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.Trace;
import io.profiler.trace.MessageStore;
import io.profiler.trace.Traced;
import jakarta.annotation.PostConstruct;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What frameworks call on a bean that no proxy can pass on. */
@ExtendWith(OutputCaptureExtension.class)
class FrameworkMethodsTest {

    @Test
    void aPrivateHandlerServesAsWithoutTheProfiler(CapturedOutput output) {
        try (RunningApp app = RunningApp.start(Application.class, "profiler.trace-wsgi-transport=true")) {
            Trace trace = app.profiled("/private");

            assertThat(trace.response().statusCode()).isEqualTo(200);
            assertThat(trace.response().body()).isEqualTo("served");
            assertThat(trace.tree()).as("without a proxy").isEqualTo("wsgi(controller)");
        }
        assertThat(output).doesNotContain(PrivateHandler.class.getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void aPrivateListenerHearsOfEvents(String targetClass, CapturedOutput output) {
        ProfiledContext.runner(PrivateListener.class)
                .withPropertyValues("spring.aop.proxy-target-class=" + targetClass)
                .run(context -> {
                    context.publishEvent("news");

                    assertThat(context.getBean(PrivateListener.class).heard).isEqualTo("news");
                });

        assertLine(output, PrivateListener.class, "its method 'on' is private and has @EventListener");
    }

    @Test
    void aPrivateTaskIsScheduled(CapturedOutput output) {
        ProfiledContext.runner(PrivateTask.class)
                .run(context -> assertThat(context).hasNotFailed());

        assertLine(output, PrivateTask.class, "its method 'run' is private and has @Scheduled");
    }

    @Test
    void aListenerThatIsInNoInterfaceHearsOfEvents(CapturedOutput output) {
        ProfiledContext.runner(KnownByInterface.class)
                .withPropertyValues("spring.aop.proxy-target-class=false")
                .run(context -> {
                    context.publishEvent("news");

                    assertThat(context.getBean(Api.class).list()).isEqualTo("news");
                });

        assertLine(output, ListenerBesideInterface.class, "the class is final");
    }

    @Test
    void aListenerThatIsInAnInterfaceIsNoObstacle() {
        ProfiledContext.runner(ListenerOfInterface.class)
                .withPropertyValues("spring.aop.proxy-target-class=false")
                .run(context -> {
                    ListeningApi store = context.getBean(ListeningApi.class);

                    assertThat(profile(context, () -> context.publishEvent("news"))
                                    .tree())
                            .isEqualTo("message_store");
                    assertThat(profile(context, () -> assertThat(store.list()).isEqualTo("news"))
                                    .tree())
                            .isEqualTo("message_store");
                });
    }

    @Test
    void whatSpringCallsOnTheTargetIsNoObstacle() {
        ProfiledContext.runner(Initialised.class).run(context -> {
            Initialised store = context.getBean(Initialised.class);

            assertThat(profile(context, () -> assertThat(store.list()).isEqualTo("constructed injected"))
                            .tree())
                    .isEqualTo("message_store");
        });
    }

    @Test
    void aControllerIsProxiedByClassAlsoForItsOtherAnnotations() {
        try (RunningApp app = RunningApp.start(
                Application.class, "profiler.trace-wsgi-transport=true", "spring.aop.proxy-target-class=false")) {
            assertThat(app.profiled("/traced").tree()).isEqualTo("wsgi(controller(inner))");
        }
    }

    private static void assertLine(CapturedOutput output, Class<?> type, String reason) {
        assertThat(output).containsOnlyOnce(type.getName() + " is not traced, because " + reason);
    }

    @Configuration(proxyBeanMethods = false)
    @Import({BaseApplication.class, PrivateHandler.class, TracedHandler.class})
    static class Application {}

    @RestController
    static class PrivateHandler {

        private final Supplier<String> answer = () -> "served";

        @GetMapping("/private")
        private String serve() {
            return answer.get();
        }
    }

    @RestController
    static class TracedHandler implements Api {

        @Override
        public String list() {
            return "unused";
        }

        @GetMapping("/traced")
        @Traced("inner")
        public String serve() {
            return "served";
        }
    }

    @MessageStore
    static class PrivateListener {

        String heard;

        public void list() {}

        @EventListener
        private void on(String event) {
            heard = event;
        }
    }

    @MessageStore
    @EnableScheduling
    static class PrivateTask {

        public void list() {}

        @Scheduled(fixedDelay = 3600_000, initialDelay = 3600_000)
        private void run() {}
    }

    interface Api {
        String list();
    }

    @Configuration(proxyBeanMethods = false)
    static class KnownByInterface {

        @Bean
        Api api() {
            return new ListenerBesideInterface();
        }
    }

    @MessageStore
    static final class ListenerBesideInterface implements Api {

        private String heard;

        @Override
        public String list() {
            return heard;
        }

        @EventListener
        public void on(String event) {
            heard = event;
        }
    }

    interface ListeningApi extends Api {
        void on(String event);
    }

    @MessageStore
    static class ListenerOfInterface implements ListeningApi {

        private String heard;

        @Override
        public String list() {
            return heard;
        }

        @Override
        @EventListener
        public void on(String event) {
            heard = event;
        }
    }

    @MessageStore
    static class Initialised {

        private String state = "";

        @PostConstruct
        private void constructed() {
            state = "constructed" + state;
        }

        @Autowired
        private void environment(Environment environment) {
            state = " injected";
        }

        @Traced("never")
        @Deprecated
        private void marked() {}

        public String list() {
            return state;
        }
    }
}
