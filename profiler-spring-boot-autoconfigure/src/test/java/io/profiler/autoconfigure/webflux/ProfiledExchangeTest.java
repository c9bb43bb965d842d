// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webflux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.Trace;
import io.profiler.point.TracePoint;
import io.profiler.propagation.SignedHeaders;
import io.profiler.test.CollectingSink;
import io.profiler.trace.Profiler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

class ProfiledExchangeTest {

    private static final Duration DELAY = Duration.ofMillis(20);
    private static final int MANY = 1_000;

    private static final Sinks.One<Integer> SHARED = Sinks.one();

    private static RunningApp app;

    @BeforeAll
    static void start() {
        app = RunningApp.startReactive(Application.class, "profiler.trace-wsgi-transport=true");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/plain, wsgi(controller)",
        "/price, wsgi(controller(service(repository)))",
        "/stock, wsgi(controller(service repository))",
        "/blocking, wsgi(controller(repository))",
        "/stream, wsgi(controller(repository repository repository))",
        "/nothing, wsgi",
    })
    void spansAreWhereTheirCallersAreOnWhateverThreadTheyRun(String path, String tree) {
        assertThat(app.profiled(path).tree()).isEqualTo(tree);
    }

    @Test
    void theRootSaysWhatWasAskedAndAnswered() {
        Trace trace = app.profiled("/price?of=7");

        assertThat(trace.info("wsgi-start").get("request"))
                .isEqualTo(Map.of("path", "/price", "query", "of=7", "method", "GET", "scheme", "http"));
        assertThat(trace.info("wsgi-stop"))
                .containsEntry("response", Map.of("status", 200))
                .containsEntry("request", Map.of("route", "/price"));
        assertThat(trace.response().headers().firstValue(SignedHeaders.TRACE_ID))
                .contains(trace.baseId());
        assertThat(trace.response().headers().firstValue("Server-Timing")).isPresent();
    }

    @Test
    void anErrorEndsTheSpansThatItGoesThrough() {
        Trace trace = app.profiled("/broken");

        assertThat(trace.response().statusCode()).isEqualTo(500);
        assertThat(trace.tree()).isEqualTo("wsgi(controller(service))");
        assertThat(List.of(trace.info("wsgi-stop"), trace.info("controller-stop"), trace.info("service-stop")))
                .allSatisfy(info -> assertThat(info.get("etype")).asString().endsWith("IllegalStateException"));
    }

    @ParameterizedTest
    @CsvSource({"/missing, 404", "/conflict, 409", "/gone, 410"})
    void anAnswerIsNoError(String path, int status) {
        Trace trace = app.profiled(path);

        assertThat(trace.response().statusCode()).isEqualTo(status);
        assertThat(trace.info("wsgi-stop"))
                .containsEntry("response", Map.of("status", status))
                .doesNotContainKey("etype");
    }

    @Test
    void aThousandConcurrentCallsAreAThousandChildrenOfTheirCaller() {
        Trace trace = app.profiled("/many");

        trace.tree();
        List<TracePoint> starts = trace.points().stream()
                .filter(point -> point.name().equals("service-start"))
                .toList();
        assertThat(starts).hasSize(MANY);
        assertThat(starts).extracting(TracePoint::parentId).containsOnly(spanOf(trace, "controller"));
        assertThat(starts)
                .allSatisfy(start -> assertThat(duration(trace, start)).isGreaterThanOrEqualTo(DELAY));
    }

    @Test
    void aClientThatGoesAwayEndsTheRequest() throws IOException {
        String baseId = UUID.randomUUID().toString();
        endless(baseId).close();

        Trace trace = new Trace(baseId, null, app.bean(CollectingSink.class));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        trace.points().stream().anyMatch(point -> point.name().equals("wsgi-stop")));
        assertThat(trace.tree()).startsWith("wsgi(controller");
    }

    @Test
    void whatAnotherRequestWaitsForMakesItNoPartOfTheOneThatGivesIt() throws Exception {
        String holder = UUID.randomUUID().toString();
        CompletableFuture<HttpResponse<String>> waiting;
        try (Socket held = endless(holder)) {
            waiting = CompletableFuture.supplyAsync(() -> app.get("/shared"));
            await().until(() -> SHARED.currentSubscriberCount() == 1);
            app.profiled("/share");
        }

        assertThat(waiting.get().body()).isEqualTo("false");
    }

    @Test
    void anErrorOfTheVirtualMachineEndsTheRequestAsWell() {
        String baseId = UUID.randomUUID().toString();
        CompletableFuture.runAsync(() -> app.get("/fatal", RunningApp.signed(baseId)));

        Trace trace = new Trace(baseId, null, app.bean(CollectingSink.class));
        await().until(() ->
                trace.points().stream().anyMatch(point -> point.name().equals("wsgi-stop")));
        await().until(() -> !isLifted());
    }

    @Test
    void othersAreNotTouched() {
        app.profiled("/stock").tree();

        for (int i = 0; i < 50; i++) {
            assertThat(app.get("/profiled").body()).isEqualTo("false");
        }
        await().until(() -> !isLifted());
        assertThat(app.get("/plain").headers().map().keySet())
                .doesNotContain(SignedHeaders.TRACE_ID.toLowerCase(Locale.ROOT), "server-timing");
    }

    /** A profiled request that goes on until its client goes away. */
    private static Socket endless(String baseId) throws IOException {
        String headers = RunningApp.signed(baseId).entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining());
        Socket socket = new Socket("127.0.0.1", app.port());
        OutputStream out = socket.getOutputStream();
        out.write(("GET /endless HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        assertThat(socket.getInputStream().read()).isPositive();
        return socket;
    }

    /** Reactor puts the class that follows signals around an operator while its hook is set. */
    private static boolean isLifted() {
        return Mono.just(1).map(one -> one).getClass().getSimpleName().contains("Lift");
    }

    private static String spanOf(Trace trace, String name) {
        return trace.points().stream()
                .filter(point -> point.name().equals(name + "-start"))
                .findFirst()
                .orElseThrow()
                .traceId();
    }

    private static Duration duration(Trace trace, TracePoint start) {
        TracePoint stop = trace.points().stream()
                .filter(point -> point.traceId().equals(start.traceId()) && point.isStop())
                .findFirst()
                .orElseThrow();
        return Duration.between(LocalDateTime.parse(start.timestamp()), LocalDateTime.parse(stop.timestamp()));
    }

    @Configuration(proxyBeanMethods = false)
    @Import({BaseApplication.class, ShopController.class, Prices.class, Stock.class, FatalFilter.class})
    static class Application {}

    @RestController
    static class ShopController {

        private final Prices prices;
        private final Stock stock;
        private final Profiler profiler;

        ShopController(Prices prices, Stock stock, Profiler profiler) {
            this.prices = prices;
            this.stock = stock;
            this.profiler = profiler;
        }

        @GetMapping("/plain")
        Mono<String> plain() {
            return Mono.just("plain");
        }

        @GetMapping("/price")
        Mono<Integer> price() {
            return prices.looked(7);
        }

        @GetMapping("/stock")
        Mono<Integer> stock() {
            return prices.slow(7).flatMap(price -> Mono.fromSupplier(() -> stock.count(price)));
        }

        @GetMapping("/blocking")
        Mono<Integer> blocking() {
            return Mono.fromCallable(() -> stock.count(7)).subscribeOn(Schedulers.boundedElastic());
        }

        @GetMapping("/stream")
        Flux<Integer> stream() {
            return Flux.range(1, 3).delayElements(Duration.ofMillis(1)).map(stock::count);
        }

        @GetMapping("/many")
        Mono<Long> many() {
            return Flux.range(0, MANY).flatMap(prices::slow, MANY).count();
        }

        @GetMapping("/broken")
        Mono<Integer> broken() {
            return prices.broken();
        }

        @GetMapping("/gone")
        Mono<Integer> gone() {
            return Mono.error(new GoneException());
        }

        /** What everybody waits for who asks before it is there. */
        @GetMapping("/shared")
        Mono<Boolean> shared() {
            return SHARED.asMono()
                    .map(given -> given)
                    .map(given -> profiler.context().isPresent());
        }

        @GetMapping("/share")
        Mono<Integer> share() {
            return Mono.fromRunnable(() -> SHARED.emitValue(1, Sinks.EmitFailureHandler.FAIL_FAST))
                    .thenReturn(1);
        }

        @GetMapping("/conflict")
        Mono<Integer> conflict() {
            return Mono.error(new ResponseStatusException(HttpStatus.CONFLICT));
        }

        /** A tick that nobody takes in time would be the end of it. */
        @GetMapping(path = "/endless", produces = "text/event-stream")
        Flux<Long> endless() {
            return Flux.interval(Duration.ofMillis(1)).onBackpressureDrop();
        }

        @GetMapping("/profiled")
        Mono<Boolean> profiled() {
            return Mono.fromSupplier(() -> profiler.context().isPresent())
                    .delayElement(Duration.ofMillis(1))
                    .map(before -> before || profiler.context().isPresent());
        }
    }

    static class FatalFilter implements WebFilter {

        @Override
        public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
            if (exchange.getRequest().getPath().value().equals("/fatal")) {
                throw new StackOverflowError("fatal");
            }
            return chain.filter(exchange);
        }
    }

    @ResponseStatus(HttpStatus.GONE)
    static class GoneException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    @Service
    static class Prices {

        private final Stock stock;

        Prices(Stock stock) {
            this.stock = stock;
        }

        public Mono<Integer> slow(int of) {
            return Mono.delay(DELAY).thenReturn(of);
        }

        public Mono<Integer> looked(int of) {
            return Mono.delay(DELAY).map(late -> stock.count(of));
        }

        public Mono<Integer> broken() {
            return Mono.delay(DELAY).map(late -> {
                throw new IllegalStateException("broken");
            });
        }
    }

    @Repository
    static class Stock {

        public int count(int of) {
            return of;
        }
    }
}
