// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.ProfilerAutoConfiguration;
import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.trace.Profiler;
import java.security.CodeSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Aspects of the application that take in the profiler's beans, as all filters, or all that is controllers' advice. */
class BroadAspectTest {

    private static final String[] ALL_ON = {
        "profiler.trace-wsgi-transport=true",
        "profiler.trace-message-store=true",
        "profiler.trace-management-store=true",
        "profiler.slow.threshold=1h",
        "profiler.flight-recorder.enabled=true",
        "management.endpoints.web.exposure.include=*"
    };

    @Test
    void aServletApplicationStartsAndNoneOfOursIsAdvised() {
        try (RunningApp app = RunningApp.start(Application.class, ALL_ON)) {
            assertThat(app.profiled("/hello").tree()).isEqualTo("wsgi(controller)");
            assertThat(ours(app)).contains("io.profiler.bodyTimes", "io.profiler.servletHandlers");
            assertThat(advised(app)).isEmpty();
        }
    }

    @Test
    void aReactiveApplicationStartsAndNoneOfOursIsAdvised() {
        try (RunningApp app = RunningApp.startReactive(Application.class, ALL_ON)) {
            assertThat(app.profiled("/hello").tree()).isEqualTo("wsgi(controller)");
            assertThat(ours(app)).contains("io.profiler.webFilter", "io.profiler.handledResults");
            assertThat(advised(app)).isEmpty();
        }
    }

    @Test
    void anApplicationThatIsNotProfiledStarts() {
        try (RunningApp app = RunningApp.startPlain(Application.class)) {
            assertThat(app.get("/hello").body()).isEqualTo("hello");
            assertThat(ours(app)).contains("io.profiler.profiler", "io.profiler.settingsCheck");
            assertThat(advised(app)).isEmpty();
        }
    }

    /** The application's own beans are advised as ever. */
    @Test
    void theApplicationsAre() {
        try (RunningApp app = RunningApp.start(Application.class, ALL_ON)) {
            assertThat(AopUtils.isAopProxy(app.bean(HelloController.class))).isTrue();
        }
    }

    @Test
    void soIsAnExecutorThatFollows() {
        try (RunningApp app = RunningApp.start(Executing.class, ALL_ON)) {
            assertThat(AopUtils.isAopProxy(app.context().getBean("orders"))).isTrue();
        }
    }

    private static List<String> ours(RunningApp app) {
        Set<CodeSource> sources = Stream.of(ProfilerAutoConfiguration.class, Profiler.class)
                .map(type -> type.getProtectionDomain().getCodeSource())
                .collect(Collectors.toSet());
        return Stream.of(app.context().getBeanDefinitionNames())
                .filter(name -> name.startsWith("io.profiler.") && name.indexOf('.', "io.profiler.".length()) < 0
                        || sources.contains(Objects.requireNonNull(app.context().getType(name))
                                .getProtectionDomain()
                                .getCodeSource()))
                .toList();
    }

    private static List<String> advised(RunningApp app) {
        return ours(app).stream()
                .filter(name -> AopUtils.isAopProxy(app.context().getBean(name)))
                .toList();
    }

    @Aspect
    static class Everything {

        @Around("execution(* *(..)) && (bean(io.profiler.*) || bean(profiler*) || bean(*Properties) || bean(orders))")
        Object around(ProceedingJoinPoint call) throws Throwable {
            return call.proceed();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import({BaseApplication.class, Everything.class, HelloController.class})
    static class Application {}

    @Configuration(proxyBeanMethods = false)
    @Import({BaseApplication.class, Everything.class})
    static class Executing {

        @Bean
        TaskExecutorAdapter orders() {
            return new TaskExecutorAdapter(Runnable::run);
        }
    }

    @RestController
    static class HelloController {

        @GetMapping("/hello")
        String hello() {
            return "hello";
        }
    }
}
