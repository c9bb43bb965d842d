// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.Trace;
import io.profiler.point.ProcessReport;
import io.profiler.point.TracePoint;
import io.profiler.propagation.TraceContext;
import io.profiler.trace.Profiler;
import jakarta.servlet.Filter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** Every way in which a container can come back to a request, on a Tomcat with two threads. */
class DispatchesTest {

    private static RunningApp app;

    @BeforeAll
    static void start() {
        app = RunningApp.start(
                DispatchingApplication.class,
                "profiler.trace-wsgi-transport=true",
                "server.tomcat.threads.max=2",
                "server.tomcat.threads.min-spare=2",
                "spring.mvc.async.request-timeout=300ms");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/plain, 200",
        "/callable, 200",
        "/deferred, 200",
        "/deferred-timeout, 503",
        "/emitter, 200",
        "/stream, 200",
        "/forward, 200",
        "/not-found, 404",
        "/send-error, 409",
        "/handled, 418",
    })
    void hasOneRootWithTheStatusOfTheResponse(String path, int status) {
        Trace trace = app.profiled(path);

        assertThat(trace.response().statusCode()).isEqualTo(status);
        assertOneRoot(trace);
        assertThat(trace.info("wsgi-stop"))
                .containsEntry("response", Map.of("status", status))
                .doesNotContainKey("etype");
    }

    @ParameterizedTest
    @CsvSource({"/fail", "/callable-fail", "/deferred-error"})
    void hasOneRootWithTheErrorOfTheApplication(String path) {
        Trace trace = app.profiled(path);

        assertThat(trace.response().statusCode()).isEqualTo(500);
        assertOneRoot(trace);
        assertThat(trace.info("wsgi-stop"))
                .containsEntry("etype", "java.lang.IllegalStateException")
                .containsEntry("message", "broken");
    }

    @Test
    void anErrorOnceTheResponseIsSentEndsTheRootToo() {
        Trace trace = app.profiled("/emitter-error");

        assertOneRoot(trace);
    }

    @Test
    void theControllersSpanIsBelowTheRoot() {
        assertThat(app.profiled("/plain").tree()).isEqualTo("wsgi(controller)");
        assertThat(app.profiled("/forward").tree()).isEqualTo("wsgi(controller controller)");
    }

    @Test
    void theRootTellsTheRequest() {
        Trace trace = app.profiled("/plain?limit=5&auth_token=s3cr3t");

        assertThat(trace.info("wsgi-start").get("request"))
                .isEqualTo(
                        Map.of("path", "/plain", "query", "limit=5&auth_token=***", "method", "GET", "scheme", "http"));
    }

    @Test
    void theRootTellsHowNewTheApplicationIs() {
        Trace first = app.profiled("/plain");
        Trace second = app.profiled("/plain");

        ProcessReport came = Objects.requireNonNull(ProcessReport.of(first.info("wsgi-start")));
        ProcessReport went = Objects.requireNonNull(ProcessReport.of(first.info("wsgi-stop")));
        ProcessReport later = Objects.requireNonNull(ProcessReport.of(second.info("wsgi-start")));
        assertThat(came.uptimeMicros()).isNotNegative().isLessThan(later.uptimeMicros());
        assertThat(came.classes()).isPositive().isLessThanOrEqualTo(went.classes());
        assertThat(went.classes()).isLessThanOrEqualTo(later.classes());
        assertThat(went.uptimeMicros()).isNull();
    }

    @Test
    void leavesNoContextOnTheContainersThreads() {
        ContextLeaks leaks = app.bean(ContextLeaks.class);
        int before = leaks.dispatches();

        List<String> paths = List.of(
                "/plain", "/fail", "/callable", "/callable-fail", "/deferred", "/send-error", "/not-found", "/stream");
        IntStream.range(0, 5)
                .forEach(round -> paths.forEach(path -> {
                    app.profiled(path).tree();
                    app.get(path);
                }));

        int repeated = 5; // callable, its failure and its error page, deferred, both errors' pages, stream
        await().untilAsserted(() ->
                assertThat(leaks.dispatches() - before).isGreaterThanOrEqualTo(5 * 2 * (paths.size() + repeated)));
        assertThat(leaks.found()).isEmpty();
    }

    @Test
    void aLeakWouldBeFound() {
        try (RunningApp leaking = RunningApp.start(Leaking.class)) {
            leaking.get("/plain");

            await().untilAsserted(() ->
                    assertThat(leaking.bean(ContextLeaks.class).found()).containsExactly("REQUEST /plain"));
        }
    }

    private static void assertOneRoot(Trace trace) {
        trace.tree();
        assertThat(trace.points().stream().map(TracePoint::name).filter(name -> name.startsWith("wsgi")))
                .containsExactly("wsgi-start", "wsgi-stop");
        assertThat(trace.points().stream()
                        .filter(point -> point.parentId().equals(trace.baseId()))
                        .map(TracePoint::name)
                        .distinct())
                .as("what is at the top")
                .containsExactly("wsgi-start", "wsgi-stop");
    }

    /** With a filter that forgets to close its scope. */
    @Configuration(proxyBeanMethods = false)
    @Import(DispatchingApplication.class)
    static class Leaking {

        @Bean
        FilterRegistrationBean<Filter> leakingFilter(Profiler profiler) {
            return DispatchingApplication.outermost(
                    (request, response, chain) -> {
                        profiler.open(new TraceContext("base", "base", "key"));
                        chain.doFilter(request, response);
                    },
                    Ordered.LOWEST_PRECEDENCE);
        }
    }
}
