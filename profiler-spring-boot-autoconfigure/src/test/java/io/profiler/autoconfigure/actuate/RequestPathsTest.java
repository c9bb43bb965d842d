// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.web.bind.annotation.RequestMethod;

/** What controllers are mapped to, as the console suggests it. */
class RequestPathsTest {

    private static final Method HANDLER = RequestPathsTest.class.getDeclaredMethods()[0];

    @Test
    void tellsWhatSpringMvcMaps() {
        var mapping = new org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping();
        mapping.registerMapping(
                org.springframework.web.servlet.mvc.method.RequestMappingInfo.paths("/orders/{id}", "/order")
                        .methods(RequestMethod.GET, RequestMethod.PUT)
                        .options(mapping.getBuilderConfiguration())
                        .build(),
                this,
                HANDLER);
        mapping.registerMapping(
                org.springframework.web.servlet.mvc.method.RequestMappingInfo.paths("/any")
                        .options(mapping.getBuilderConfiguration())
                        .build(),
                this,
                HANDLER);

        assertThat(new ServletPaths(
                                provider(
                                        org.springframework.web.servlet.mvc.method.annotation
                                                .RequestMappingHandlerMapping.class,
                                        mapping),
                                "/api")
                        .stream())
                .containsExactlyInAnyOrder(
                        new RequestPath("GET", "/api/order"),
                        new RequestPath("PUT", "/api/order"),
                        new RequestPath("GET", "/api/orders/{id}"),
                        new RequestPath("PUT", "/api/orders/{id}"),
                        new RequestPath("GET", "/api/any"));
    }

    @Test
    void tellsWhatSpringWebFluxMaps() {
        var mapping = new org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping();
        mapping.registerMapping(
                org.springframework.web.reactive.result.method.RequestMappingInfo.paths("/orders/{id}")
                        .methods(RequestMethod.DELETE)
                        .build(),
                this,
                HANDLER);

        assertThat(new ReactivePaths(provider(
                                org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping
                                        .class,
                                mapping))
                        .stream())
                .containsExactly(new RequestPath("DELETE", "/orders/{id}"));
    }

    @Test
    void tellsEachOnceAndInOrderAndNothingOfErrors() {
        RequestPaths paths = () -> Stream.of("/b", "/error", "/a", "/b").map(path -> new RequestPath("GET", path));

        assertThat(RequestPaths.of(provider(RequestPaths.class, paths)))
                .containsExactly(new RequestPath("GET", "/a"), new RequestPath("GET", "/b"));
    }

    @Test
    void whereTheyCannotBeToldThereAreNone() {
        RequestPaths broken = () -> {
            throw new IllegalStateException();
        };

        assertThat(RequestPaths.of(provider(RequestPaths.class, broken))).isEmpty();
    }

    private static <T> ObjectProvider<T> provider(Class<T> type, T bean) {
        return new StaticListableBeanFactory(Map.of("bean", bean)).getBeanProvider(type);
    }
}
