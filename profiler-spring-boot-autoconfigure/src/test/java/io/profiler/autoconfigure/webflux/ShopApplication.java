// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webflux;

import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.trace.Profiler;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.cloud.gateway.handler.SentOn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;

/** A reactive application with handlers of every kind. */
@Configuration(proxyBeanMethods = false)
@Import({
    BaseApplication.class,
    ShopApplication.ShopController.class,
    ShopApplication.Prices.class,
    ShopApplication.Stock.class,
    ShopApplication.FatalFilter.class
})
class ShopApplication {

    static final Duration DELAY = Duration.ofMillis(20);
    static final int MANY = 1_000;

    static final Sinks.One<Integer> SHARED = Sinks.one();

    @Bean
    RouterFunction<ServerResponse> functional(Stock stock) {
        return RouterFunctions.route()
                .GET("/functional", request -> ServerResponse.ok().bodyValue("functional"))
                .GET(
                        "/broken-late",
                        request -> Mono.fromSupplier(() -> broken(stock.count(1)))
                                .then(ServerResponse.ok().build()))
                .build();
    }

    @Bean
    HttpClient client() {
        return HttpClient.create();
    }

    @Bean
    HandlerMapping sentOn(HttpClient client) {
        return new SimpleUrlHandlerMapping(Map.of("/sent-on", new SentOn(client)), -1);
    }

    private static Integer broken(int count) {
        throw new IllegalStateException("broken after " + count);
    }

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

        @GetMapping("/number")
        int number(@RequestParam int of) {
            return stock.count(of);
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

        @GetMapping("/supplied")
        Mono<Integer> supplied() {
            return Mono.fromSupplier(() -> stock.count(7));
        }

        @GetMapping("/deferred")
        Mono<Integer> deferred() {
            return Mono.defer(() -> Mono.just(stock.count(7)));
        }

        @GetMapping("/generated")
        Flux<Integer> generated() {
            return Flux.<Integer>generate(sink -> sink.next(stock.count(7))).take(2);
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

        @GetMapping("/broken-flux")
        Flux<Integer> brokenFlux() {
            return Flux.range(stock.count(1), 2).map(ShopApplication::broken);
        }

        @GetMapping(path = "/broken-when-sent", produces = "text/event-stream")
        Flux<Integer> brokenWhenSent() {
            return Flux.just(1).concatWith(Mono.delay(DELAY).map(late -> ShopApplication.broken(1)));
        }

        @GetMapping("/strange")
        Mono<Integer> strange() {
            return Mono.error(new StrangeAnswer());
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

    /** An answer whose status cannot be asked for but once. */
    static class StrangeAnswer extends RuntimeException implements ErrorResponse {

        private static final long serialVersionUID = 1L;

        private final AtomicBoolean asked = new AtomicBoolean();

        @Override
        public HttpStatusCode getStatusCode() {
            if (asked.compareAndSet(false, true)) {
                throw new IllegalStateException("not yet");
            }
            return HttpStatus.CONFLICT;
        }

        @Override
        public ProblemDetail getBody() {
            return ProblemDetail.forStatus(HttpStatus.CONFLICT);
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
