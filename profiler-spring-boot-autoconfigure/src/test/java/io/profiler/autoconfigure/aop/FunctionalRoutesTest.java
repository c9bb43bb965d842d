// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.Trace;
import io.profiler.point.TracePoint;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.publisher.Mono;

/** Functional routes are controllers, named by the route. */
class FunctionalRoutesTest {

    private static final String NONE = "none";

    private static void check(
            Trace trace, int status, String tree, String route, String controllerFailure, String rootFailure) {
        assertThat(trace.response().statusCode()).isEqualTo(status);
        assertThat(trace.tree()).isEqualTo(tree);
        assertThat(first(trace, "controller-start").info()).containsEntry("function", Map.of("name", route));
        assertThat(failure(trace, "controller-stop")).isEqualTo(controllerFailure);
        assertThat(failure(trace, "wsgi-stop")).isEqualTo(rootFailure);
    }

    /** The second controller is that of the error page. */
    private static TracePoint first(Trace trace, String point) {
        return trace.points().stream()
                .filter(candidate -> candidate.name().equals(point))
                .min(Comparator.comparing(TracePoint::timestamp))
                .orElseThrow();
    }

    private static String failure(Trace trace, String point) {
        Object type = first(trace, point).info().get("etype");
        return type == null ? NONE : type.toString().replaceFirst(".*\\.", "");
    }

    @Nested
    class OfSpringMvc {

        @ParameterizedTest
        @CsvSource({
            "/plain, 200, wsgi(controller(service)), GET /plain, none, none",
            "/orders/7, 200, wsgi(controller(service)), GET /orders/{id}, none, none",
            "/later, 200, wsgi(controller), GET /later, none, none",
            "/conflict, 409, wsgi(controller controller), GET /conflict, ResponseStatusException, none",
            "/broken, 500, wsgi(controller controller), GET /broken, IllegalStateException, IllegalStateException",
            "/refused, 403, wsgi(controller), GET /refused, none, none",
        })
        void areControllers(String path, int status, String tree, String route, String failure, String rootFailure) {
            try (RunningApp app = RunningApp.start(Routed.class, "profiler.trace-wsgi-transport=true")) {
                check(app.profiled(path), status, tree, route, failure, rootFailure);
                assertThat(app.get(path).statusCode()).isEqualTo(status);
            }
        }
    }

    @Nested
    class OfWebFlux {

        @ParameterizedTest
        @CsvSource({
            "/plain, 200, wsgi(controller(service)), GET /plain, none, none",
            "/orders/7, 200, wsgi(controller(service)), GET /orders/{id}, none, none",
            "/conflict, 409, wsgi(controller), GET /conflict, ResponseStatusException, none",
            "/broken, 500, wsgi(controller), GET /broken, IllegalStateException, IllegalStateException",
            "/refused, 403, wsgi(controller), GET /refused, none, none",
        })
        void areControllers(String path, int status, String tree, String route, String failure, String rootFailure) {
            try (RunningApp app =
                    RunningApp.startReactive(ReactivelyRouted.class, "profiler.trace-wsgi-transport=true")) {
                check(app.profiled(path), status, tree, route, failure, rootFailure);
                assertThat(app.get(path).statusCode()).isEqualTo(status);
            }
        }
    }

    @Service
    static class Orders {
        String find() {
            return "order";
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import({BaseApplication.class, Orders.class})
    static class Routed {

        @Bean
        RouterFunction<ServerResponse> plain(Orders orders) {
            return org.springframework.web.servlet.function.RouterFunctions.route()
                    .GET("/plain", request -> ServerResponse.ok().body(orders.find()))
                    .GET(
                            "/later",
                            request -> ServerResponse.async(CompletableFuture.supplyAsync(
                                    () -> ServerResponse.ok().build())))
                    .GET("/conflict", request -> {
                        throw new ResponseStatusException(HttpStatus.CONFLICT);
                    })
                    .GET("/broken", request -> {
                        throw new IllegalStateException("broken");
                    })
                    .build();
        }

        @Bean
        RouterFunction<ServerResponse> nested(Orders orders) {
            return org.springframework.web.servlet.function.RouterFunctions.route()
                    .path(
                            "/orders",
                            routes -> routes.GET(
                                    "/{id}", request -> ServerResponse.ok().body(orders.find())))
                    .GET("/refused", request -> ServerResponse.ok().build())
                    .filter((request, next) -> request.path().equals("/refused")
                            ? ServerResponse.status(HttpStatus.FORBIDDEN).build()
                            : next.handle(request))
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import({BaseApplication.class, Orders.class})
    static class ReactivelyRouted {

        @Bean
        org.springframework.web.reactive.function.server.RouterFunction<?> plain(Orders orders) {
            return RouterFunctions.route()
                    .GET(
                            "/plain",
                            request -> Mono.fromSupplier(orders::find)
                                    .flatMap(found ->
                                            org.springframework.web.reactive.function.server.ServerResponse.ok()
                                                    .bodyValue(found)))
                    .GET("/conflict", request -> Mono.error(new ResponseStatusException(HttpStatus.CONFLICT)))
                    .GET("/broken", request -> {
                        throw new IllegalStateException("broken");
                    })
                    .build();
        }

        @Bean
        org.springframework.web.reactive.function.server.RouterFunction<?> nested(Orders orders) {
            return RouterFunctions.route()
                    .path(
                            "/orders",
                            routes -> routes.GET(
                                    "/{id}",
                                    request -> Mono.fromSupplier(orders::find)
                                            .flatMap(found ->
                                                    org.springframework.web.reactive.function.server.ServerResponse.ok()
                                                            .bodyValue(found))))
                    .GET(
                            "/refused",
                            request -> org.springframework.web.reactive.function.server.ServerResponse.ok()
                                    .build())
                    .filter((request, next) -> request.path().equals("/refused")
                            ? org.springframework.web.reactive.function.server.ServerResponse.status(
                                            HttpStatus.FORBIDDEN)
                                    .build()
                            : next.handle(request))
                    .build();
        }
    }
}
