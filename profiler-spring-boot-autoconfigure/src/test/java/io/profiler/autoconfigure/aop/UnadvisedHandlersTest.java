// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.Trace;
import io.profiler.point.TracePoint;
import io.profiler.test.CollectingSink;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Service;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.annotation.RequestScope;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.server.WebHandler;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import reactor.core.publisher.Mono;

/** Handlers of libraries, and controllers without a proxy, are called in a span all the same; so are other servlets. */
class UnadvisedHandlersTest {

    @Nested
    class OfSpringMvc {

        private static RunningApp app;

        @BeforeAll
        static void start() {
            app = RunningApp.start(Application.class, "profiler.trace-wsgi-transport=true");
        }

        @AfterAll
        static void stop() {
            app.close();
        }

        @ParameterizedTest
        @CsvSource({
            "/final/7, 200, wsgi(controller(service)), FinalController.find",
            "/callable, 200, wsgi(controller), FinalController.later",
            "/scoped, 200, wsgi(controller), ScopedController.find",
            "/raw/7, 200, wsgi(controller(service)), GET /raw/{id}",
            "/foreign, 200, wsgi(controller(service)), GET /foreign",
            "/servlet/7, 200, wsgi(servlet(service)), OtherServlet.service",
            "/own/7, 200, wsgi(controller), OwnController.find",
            "/own/functional, 200, wsgi(controller), GET /functional",
        })
        void areSpans(String path, int status, String tree, String name) {
            Trace trace = app.profiled(path);

            assertThat(trace.response().statusCode()).isEqualTo(status);
            assertThat(trace.tree()).isEqualTo(tree);
            String span = tree.contains("servlet") ? "servlet" : "controller";
            assertThat(trace.function(span)).asString().endsWith(name);
            assertThat(app.get(path).body()).isEqualTo(trace.response().body());
        }

        @ParameterizedTest
        @CsvSource({
            "/final-fails, controller-stop",
            "/raw-fails, controller-stop",
            "/servlet/fails, servlet-stop",
            "/own/fails, controller-stop"
        })
        void areFailedSpans(String path, String stop) {
            Trace trace = app.profiled(path);

            assertThat(trace.response().statusCode()).isEqualTo(500);
            trace.tree();
            assertThat(trace.points())
                    .filteredOn(point -> point.name().equals(stop))
                    .first()
                    .satisfies(point -> assertThat(point.info())
                            .containsEntry("etype", "java.lang.IllegalStateException")
                            .containsEntry("message", "broken"));
        }

        /** Also where a library maps requests in its own way, and none of our interceptors is asked. */
        @ParameterizedTest
        @CsvSource({"/raw/7", "/posted", "/own/7"})
        void whatComesBeforeIsAPhase(String path) {
            assertThat(phases(app.profiled(path))).contains("filters", "mapping");
        }

        @Test
        void noHandlerIsLookedForBelowAnotherServlet() {
            assertThat(phases(app.profiled("/servlet/7"))).contains("filters").doesNotContain("mapping", "result");
        }

        /** It takes time to describe an error: the phase begins first, so that this is explained. */
        @Test
        void whatComesAfterAnotherServletBeginsBeforeItsErrorIsDescribed() {
            Trace trace = app.profiled("/servlet/fails");

            assertThat(beginnings(trace, "filters")).anyMatch(isWithin(trace, "servlet"));
        }

        @Test
        void anotherServletIsAlsoASpanOfARequestThatIsKept() {
            try (RunningApp keeping = RunningApp.start(
                    Application.class,
                    "profiler.trace-wsgi-transport=true",
                    "profiler.flight-recorder.enabled=true",
                    "profiler.flight-recorder.threshold=1h",
                    "profiler.flight-recorder.per-route=0")) {
                keeping.get("/servlet/fails");

                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(
                                        keeping.bean(CollectingSink.class).points())
                                .extracting(TracePoint::name)
                                .contains("servlet-start", "servlet-stop"));
            }
        }

        private static List<Object> phases(Trace trace) {
            List<?> phases = (List<?>) trace.info("wsgi-stop").get("phases");
            return phases.stream()
                    .<Object>map(phase -> ((Map<?, ?>) phase).get("name"))
                    .toList();
        }
    }

    @Nested
    class OfWebFlux {

        @ParameterizedTest
        @CsvSource({
            "/final/7, 200, wsgi(controller(service)), FinalController.find",
            "/raw/7, 200, wsgi(controller(service)), GET /raw/{id}",
        })
        void areSpans(String path, int status, String tree, String name) {
            try (RunningApp app =
                    RunningApp.startReactive(ReactiveApplication.class, "profiler.trace-wsgi-transport=true")) {
                Trace trace = app.profiled(path);

                assertThat(trace.response().statusCode()).isEqualTo(status);
                assertThat(trace.tree()).isEqualTo(tree);
                assertThat(trace.function("controller")).asString().endsWith(name);
                assertThat(app.get(path).body()).isEqualTo(trace.response().body());
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"/final-fails", "/final-fails-later"})
        void areFailedSpansAndTheResultBeginsBeforeTheErrorIsDescribed(String path) {
            try (RunningApp app =
                    RunningApp.startReactive(ReactiveApplication.class, "profiler.trace-wsgi-transport=true")) {
                Trace trace = app.profiled(path);

                assertThat(trace.response().statusCode()).isEqualTo(500);
                assertThat(trace.info("controller-stop")).containsEntry("message", "broken");
                assertThat(beginnings(trace, "result")).anyMatch(isWithin(trace, "controller"));
            }
        }
    }

    private static List<Long> beginnings(Trace trace, String phase) {
        return ((List<?>) trace.info("wsgi-stop").get("phases"))
                .stream()
                        .<Map<?, ?>>map(told -> (Map<?, ?>) told)
                        .filter(told -> told.get("name").equals(phase))
                        .map(told -> (Long) told.get("from"))
                        .toList();
    }

    private static Predicate<Long> isWithin(Trace trace, String span) {
        long start = micros(trace, span + "-start");
        long stop = micros(trace, span + "-stop");
        return from -> from > start && from <= stop + 1;
    }

    private static long micros(Trace trace, String name) {
        return Duration.between(time(trace, "wsgi-start"), time(trace, name)).toNanos() / 1_000;
    }

    private static LocalDateTime time(Trace trace, String name) {
        return trace.points().stream()
                .filter(point -> point.name().equals(name))
                .map(point -> LocalDateTime.parse(point.timestamp()))
                .findFirst()
                .orElseThrow();
    }

    @Service
    static class Orders {
        String find(String id) {
            return "order " + id;
        }
    }

    @RestController
    static final class FinalController {

        private final Orders orders;

        FinalController(Orders orders) {
            this.orders = orders;
        }

        @GetMapping("/final/{id}")
        String find(@PathVariable String id) {
            return orders.find(id);
        }

        @GetMapping("/final-fails")
        String fail() {
            throw new IllegalStateException("broken");
        }

        @GetMapping("/final-fails-later")
        Mono<String> failLater() {
            return Mono.error(new IllegalStateException("broken"));
        }

        @GetMapping("/callable")
        Callable<String> later() {
            return () -> "later";
        }

        @PostMapping("/posted")
        void post() {}
    }

    /** A proxy is in front of it, which has no advice of ours. */
    @RestController
    @RequestScope
    static class ScopedController {

        @GetMapping("/scoped")
        public String find() {
            return "scoped";
        }
    }

    /** What a servlet has in a context of its own, where nothing of ours is. */
    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @Import(OwnController.class)
    static class Own {

        @Bean
        RouterFunction<ServerResponse> functional() {
            return RouterFunctions.route()
                    .GET("/functional", request -> ServerResponse.ok().body("functional"))
                    .build();
        }
    }

    @RestController
    static class OwnController {

        @GetMapping("/{id}")
        String find(@PathVariable String id) {
            return "own " + id;
        }

        @GetMapping("/fails")
        String fail() {
            throw new IllegalStateException("broken");
        }
    }

    @SuppressWarnings("serial")
    static final class OtherServlet extends HttpServlet {

        private final transient Orders orders;

        OtherServlet(Orders orders) {
            this.orders = orders;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getPathInfo().equals("/fails")) {
                throw new IllegalStateException("broken");
            }
            response.getWriter().print(orders.find("of a servlet"));
        }
    }

    private record Foreign(Orders orders) {}

    /** As Spring Data REST's, it wants to be asked first. */
    private static final class ForeignAdapter implements HandlerAdapter, Ordered {

        @Override
        public boolean supports(Object handler) {
            return handler instanceof Foreign;
        }

        @Override
        public ModelAndView handle(HttpServletRequest request, HttpServletResponse response, Object handler)
                throws IOException {
            response.getWriter().print(((Foreign) handler).orders().find("of another kind"));
            return null;
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import({BaseApplication.class, Orders.class, FinalController.class, ScopedController.class})
    static class Application {

        @Bean
        SimpleUrlHandlerMapping ofALibrary(Orders orders) {
            HttpRequestHandler raw = (request, response) -> response.getWriter().print(orders.find("raw"));
            HttpRequestHandler failing = (request, response) -> {
                throw new IllegalStateException("broken");
            };
            return new SimpleUrlHandlerMapping(
                    Map.of("/raw/{id}", raw, "/raw-fails", failing, "/foreign", new Foreign(orders)), -1);
        }

        @Bean
        ForeignAdapter foreignAdapter() {
            return new ForeignAdapter();
        }

        @Bean
        ServletRegistrationBean<OtherServlet> otherServlet(Orders orders) {
            return new ServletRegistrationBean<>(new OtherServlet(orders), "/servlet/*");
        }

        @Bean
        ServletRegistrationBean<DispatcherServlet> ownServlet() {
            AnnotationConfigWebApplicationContext own = new AnnotationConfigWebApplicationContext();
            own.register(Own.class);
            ServletRegistrationBean<DispatcherServlet> registration =
                    new ServletRegistrationBean<>(new DispatcherServlet(own), "/own/*");
            registration.setName("own");
            return registration;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import({BaseApplication.class, Orders.class, FinalController.class})
    static class ReactiveApplication {

        @Bean
        org.springframework.web.reactive.handler.SimpleUrlHandlerMapping ofALibrary(Orders orders) {
            WebHandler raw = exchange -> Mono.fromSupplier(() -> orders.find("raw"))
                    .flatMap(found -> exchange.getResponse()
                            .writeWith(Mono.fromSupplier(() -> exchange.getResponse()
                                    .bufferFactory()
                                    .wrap(found.getBytes(StandardCharsets.UTF_8)))));
            return new org.springframework.web.reactive.handler.SimpleUrlHandlerMapping(Map.of("/raw/{id}", raw), -1);
        }
    }
}
