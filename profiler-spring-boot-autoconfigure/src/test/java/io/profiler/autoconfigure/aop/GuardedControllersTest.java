// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.Trace;
import io.profiler.point.TracePoint;
import io.profiler.trace.Profiler;
import io.profiler.trace.Span;
import io.profiler.trace.Traced;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.annotation.RequestScope;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An application that looks for its annotations on the controller itself finds them there, and keeps out whom it kept out. */
class GuardedControllersTest {

    private static final String ON = "profiler.trace-wsgi-transport=true";

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/roles", "/admin"})
    void whatAnInterceptorKeepsOutStaysOut(String path) {
        try (RunningApp app = RunningApp.start(Application.class, ON)) {
            assertThat(app.get(path).statusCode()).isEqualTo(HttpStatus.FORBIDDEN.value());
            assertThat(app.profiled(path).response().statusCode()).isEqualTo(HttpStatus.FORBIDDEN.value());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/roles", "/admin", "/open"})
    void whoIsLetInHasTheControllersSpan(String path) {
        try (RunningApp app = RunningApp.start(Application.class, ON)) {
            Trace trace = app.profiled(path + "?user=me");

            assertThat(trace.response().body()).isEqualTo("served");
            assertThat(trace.tree()).isEqualTo("wsgi(controller)");
            assertThat(trace.function("controller")).asString().endsWith("Api.serve");
        }
    }

    @Test
    void aControllerThatIsAskedForIsTraced() {
        try (RunningApp app = RunningApp.start(Asked.class, ON)) {
            assertThat(app.profiled("/asked").tree()).isEqualTo("wsgi(controller(asked))");
        }
    }

    @Test
    void aScopedOneHasAProxyAnyway() {
        try (RunningApp app = RunningApp.start(Scoped.class, ON)) {
            assertThat(app.profiled("/scoped").tree()).isEqualTo("wsgi(controller)");
        }
    }

    @Test
    void inWebFluxToo() {
        try (RunningApp app = RunningApp.startReactive(ReactiveApplication.class, ON)) {
            assertThat(app.bean(LoginApi.class).getClass()).isEqualTo(LoginApi.class);
            assertThat(app.profiled("/login").tree()).isEqualTo("wsgi(controller)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mono", "/flux", "/future", "/nothing"})
    void whatAReactiveOneGivesIsMadeInItsSpan(String path) {
        try (RunningApp app = RunningApp.startReactive(ReactiveApplication.class, ON)) {
            Trace trace = app.profiled(path);

            assertThat(trace.response().statusCode()).isEqualTo(HttpStatus.OK.value());
            assertThat(trace.tree()).isEqualTo("wsgi(controller(made))");
            assertThat(order(trace)).endsWith("made-stop", "controller-stop", "wsgi-stop");
        }
    }

    @Test
    void anErrorThatComesLateIsTheSpans() {
        try (RunningApp app = RunningApp.startReactive(ReactiveApplication.class, ON)) {
            Trace trace = app.profiled("/failing");

            assertThat(trace.response().statusCode()).isEqualTo(HttpStatus.CONFLICT.value());
            assertThat(trace.info("controller-stop"))
                    .containsEntry("etype", IllegalStateException.class.getName())
                    .containsEntry("message", "too late");
        }
    }

    private static List<String> order(Trace trace) {
        return trace.points().stream().map(TracePoint::name).toList();
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface LoginRequired {}

    /** Made of a library's. */
    @RestController
    @Retention(RetentionPolicy.RUNTIME)
    @interface AdminController {}

    @RestController
    @LoginRequired
    static class LoginApi {

        @GetMapping("/login")
        String serve() {
            return "served";
        }
    }

    @RestController
    @RolesAllowed("admin")
    static class RolesApi {

        @GetMapping("/roles")
        String serve() {
            return "served";
        }
    }

    @RestController
    @LoginRequired
    static class ReactiveApi {

        private final Profiler profiler;

        ReactiveApi(Profiler profiler) {
            this.profiler = profiler;
        }

        @GetMapping("/mono")
        Mono<String> mono() {
            return Mono.fromSupplier(this::make);
        }

        @GetMapping("/flux")
        Flux<String> flux() {
            return Flux.just("one").map(ignored -> make());
        }

        @GetMapping("/future")
        CompletionStage<String> future() {
            return CompletableFuture.completedFuture(make());
        }

        @GetMapping("/nothing")
        Mono<Void> nothing() {
            return Mono.fromRunnable(this::make);
        }

        @GetMapping("/failing")
        Mono<String> failing() {
            return Mono.error(() -> new IllegalStateException("too late"));
        }

        @ExceptionHandler
        @ResponseStatus(HttpStatus.CONFLICT)
        String failed(IllegalStateException error) {
            return error.getMessage();
        }

        private String make() {
            try (Span made = profiler.start("made")) {
                return made.toString();
            }
        }
    }

    @AdminController
    static class AdminApi {

        @GetMapping("/admin")
        String serve() {
            return "served";
        }
    }

    @RestController
    @LoginRequired
    @RequestScope
    static class ScopedApi {

        @GetMapping("/scoped")
        String serve() {
            return "served";
        }
    }

    @RestController
    static class OpenApi {

        @GetMapping("/open")
        String serve() {
            return "served";
        }
    }

    @RestController
    @LoginRequired
    static class AskedApi {

        @GetMapping("/asked")
        @Traced("asked")
        String serve() {
            return "served";
        }
    }

    /** As applications that have no framework for it do it. */
    static final class Guard implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            boolean isOpen = !(handler instanceof HandlerMethod method)
                    || !isGuarded(method.getBean().getClass());
            if (isOpen || request.getParameter("user") != null) {
                return true;
            }
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return false;
        }

        private static boolean isGuarded(Class<?> controller) {
            return controller.getAnnotation(LoginRequired.class) != null
                    || controller.getAnnotation(RolesAllowed.class) != null
                    || controller.getAnnotation(AdminController.class) != null;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import({BaseApplication.class, LoginApi.class, RolesApi.class, AdminApi.class, OpenApi.class})
    static class Application implements WebMvcConfigurer {

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new Guard());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import({BaseApplication.class, AskedApi.class})
    static class Asked {}

    @Configuration(proxyBeanMethods = false)
    @Import({BaseApplication.class, ScopedApi.class})
    static class Scoped {}

    @Configuration(proxyBeanMethods = false)
    @Import({BaseApplication.class, LoginApi.class, ReactiveApi.class})
    static class ReactiveApplication {}
}
