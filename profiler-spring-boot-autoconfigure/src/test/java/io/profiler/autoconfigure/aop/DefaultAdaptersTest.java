// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.test.CollectingSink;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Spring MVC's own defaults, which hold as long as there is no bean of their kind. */
class DefaultAdaptersTest {

    @ParameterizedTest
    @ValueSource(strings = {"profiler.trace-wsgi-transport=true", "profiler.trace-wsgi-transport=false"})
    void stayInPlace(String transport) {
        try (RunningApp app = RunningApp.start(Application.class, transport)) {
            assertThat(app.get("/hello").body()).isEqualTo("hello");
            assertThat(app.profiled("/hello").response().body()).isEqualTo("hello");
        }
    }

    /** With a proxy as any other, as nobody else makes a span of it. */
    @Test
    void aControllerWithAnAnnotationOfTheApplicationsIsTraced() {
        try (RunningApp app = RunningApp.start(Application.class, "profiler.trace-wsgi-transport=true")) {
            assertThat(app.profiled("/hello").tree()).isEqualTo("wsgi(controller)");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration",
                "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
                "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
                "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
                "org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration",
                "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration"
            })
    @Import(HelloController.class)
    static class Application {

        @Bean
        CollectingSink collectingSink() {
            return new CollectingSink();
        }

        /** Beside Actuator's. */
        @Bean
        RequestMappingHandlerMapping controllers() {
            return new RequestMappingHandlerMapping();
        }

        /** By hand, as an application without Spring Boot's module has it. */
        @Bean
        ServletRegistrationBean<DispatcherServlet> dispatcherServlet(WebApplicationContext context) {
            return new ServletRegistrationBean<>(new DispatcherServlet(context), "/");
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface Own {}

    @Own
    @RestController
    static class HelloController {

        @GetMapping("/hello")
        String hello() {
            return "hello";
        }
    }
}
