// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.autoconfigure.kit.RawHttp;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.Trace;
import io.profiler.point.TracePoint;
import io.profiler.propagation.Allowance;
import io.profiler.propagation.HeaderVerdict.Reason;
import io.profiler.propagation.HeaderVerifier;
import io.profiler.propagation.TokenClaims;
import io.profiler.propagation.TraceToken;
import io.profiler.test.CollectingSink;
import io.profiler.trace.Profiler;
import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application that takes tokens alone, and one that takes OSprofiler's headers as well. */
class TokensTest {

    private static RunningApp strict;
    private static RunningApp any;

    @BeforeAll
    static void start() {
        strict = RunningApp.start(
                Application.class,
                "profiler.accept=strict",
                "profiler.trace-wsgi-transport=true",
                "profiler.counters=true",
                "server.forward-headers-strategy=framework");
        any = RunningApp.start(Application.class, "profiler.trace-wsgi-transport=true");
    }

    @AfterAll
    static void stop() {
        strict.close();
        any.close();
    }

    @Test
    void aTokenHasRequestsProfiledThatItIsFor() {
        HttpResponse<String> response = strict.get("/v2/hello", token("/v2/**"));

        String traceId = response.headers().firstValue("X-Trace-Id").orElseThrow();
        assertThat(trace(traceId).tree()).isEqualTo("wsgi(controller)");
    }

    @Test
    void aTokenMayAskForLooksAtTheThreads() {
        HttpResponse<String> plain = strict.get("/v2/hello", token("/v2/**"));
        HttpResponse<String> sampled =
                strict.get("/v2/hello", token("/v2/**", Allowance.UNLIMITED.sampled(Duration.ofMillis(10))));

        boolean counted = !Threading.VIRTUAL.isActive(strict.bean(Environment.class));
        assertThat(stop(plain).info())
                .doesNotContainKey("samples")
                .satisfies(told -> assertThat(told.containsKey("alloc")).isEqualTo(counted))
                .satisfies(told -> assertThat(told.containsKey("cpu")).isEqualTo(counted));
        assertThat(stop(sampled).info().get("samples"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsKeys("every", "taken", "left_out", "frames", "spans");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/hello",
        "/v2/../v1/hello",
        "/v2/%2e%2e/v1/hello",
        "/v2/..;/v1/hello",
        "//v2/hello",
        "/v2//hello",
        "/v2/./hello",
    })
    void noOtherPathIsProfiled(String path) {
        assertUnprofiled(RawHttp.get(strict.port(), path, token("/v2/**")));
    }

    @Test
    void noPrefixThatAClientNamesMakesAPathOneOfTheTokens() {
        Map<String, String> headers = new HashMap<>(token("/v2/**"));
        headers.put("X-Forwarded-Prefix", "/v2");
        headers.put("X-Forwarded-Host", "host");

        List<String> response = RawHttp.get(strict.port(), "/v1/hello", headers);

        assertUnprofiled(response);
        assertThat(response).contains("hello /v2");
    }

    @Test
    void osprofilersHeadersAreIgnoredAndCounted() {
        HeaderVerifier verifier = strict.bean(HeaderVerifier.class);
        long before = verifier.count(Reason.NO_TOKEN);

        assertUnprofiled(RawHttp.get(strict.port(), "/v2/hello", RunningApp.signed("pair")));

        assertThat(verifier.count(Reason.NO_TOKEN)).isEqualTo(before + 1);
    }

    @Test
    void whereAllIsAcceptedAWrongTokenIsAsNone() {
        Map<String, String> both = new HashMap<>(RunningApp.signed("both"));
        both.put(TraceToken.HEADER, "e30.e30.AAAA");

        HttpResponse<String> response = any.get("/v2/hello", both);

        assertThat(response.headers().firstValue("X-Trace-Id")).contains("both");
        assertUnprofiled(RawHttp.get(any.port(), "/v2/hello", Map.of(TraceToken.HEADER, "e30.e30.AAAA")));
    }

    @Test
    void whatGoesOnToTheNextServiceIsATokenToo() {
        HttpResponse<String> response = strict.get("/v2/next", token("/v2/**"));

        HttpResponse<String> next = any.get("/v2/hello", Map.of(TraceToken.HEADER, response.body()));

        assertThat(next.headers().firstValue("X-Trace-Id"))
                .isPresent()
                .isEqualTo(response.headers().firstValue("X-Trace-Id"));
    }

    private static void assertUnprofiled(List<String> response) {
        assertThat(response).noneMatch(line -> line.startsWith("X-Trace"));
    }

    private static Trace trace(String traceId) {
        return new Trace(traceId, null, strict.bean(CollectingSink.class));
    }

    private static TracePoint stop(HttpResponse<String> response) {
        Trace trace = trace(response.headers().firstValue("X-Trace-Id").orElseThrow());
        assertThat(trace.tree()).isEqualTo("wsgi(controller)");
        return trace.points().stream()
                .filter(point -> point.name().equals("wsgi-stop"))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> token(String path) {
        return token(path, Allowance.UNLIMITED);
    }

    private static Map<String, String> token(String path, Allowance allowance) {
        Instant soon = Instant.now().plus(Duration.ofMinutes(5));
        TokenClaims claims = new TokenClaims(path, Set.of("GET"), allowance, soon);
        return Map.of(TraceToken.HEADER, TraceToken.sign(claims, RunningApp.KEY));
    }

    @Configuration(proxyBeanMethods = false)
    @Import({BaseApplication.class, Application.Controller.class})
    static class Application {

        @RestController
        static class Controller {

            private final Profiler profiler;

            Controller(Profiler profiler) {
                this.profiler = profiler;
            }

            @GetMapping({"/v1/hello", "/v2/hello"})
            String hello(HttpServletRequest request) {
                return "hello " + request.getContextPath();
            }

            @GetMapping("/v2/next")
            String next() {
                return profiler.context().flatMap(TraceToken::next).orElse("none");
            }
        }
    }
}
