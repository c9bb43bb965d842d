// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import com.example.course.Work;
import io.profiler.autoconfigure.kit.BaseApplication;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Requests that go from thread to thread, each of whose methods works under its name. */
@Configuration(proxyBeanMethods = false)
@Import({BaseApplication.class, ReactiveCourse.Desk.class, ReactiveCourse.Prices.class, ReactiveCourse.Stock.class})
class ReactiveCourse {

    private static final Duration PAUSE = Duration.ofMillis(2);
    private static final int TIMES = 12;

    @RestController
    static class Desk {

        private final Prices prices;
        private final Stock stock;

        Desk(Prices prices, Stock stock) {
            this.prices = prices;
            this.stock = stock;
        }

        @GetMapping("/hops")
        Mono<Integer> hops() {
            Work.hops(1);
            return prices.price(7)
                    .publishOn(Schedulers.parallel())
                    .map(Work::hops)
                    .flatMap(prices::late)
                    .map(Work::hops)
                    .delayElement(PAUSE)
                    .map(Work::hops)
                    .map(stock::find)
                    .map(Work::hops);
        }

        @GetMapping("/fan")
        Mono<Integer> fan() {
            return Flux.range(0, TIMES)
                    .flatMap(prices::each, 4)
                    .map(Work::fan)
                    .reduce(Integer::sum)
                    .map(Work::fan);
        }

        @GetMapping("/stream")
        Flux<Integer> stream() {
            return Flux.range(0, TIMES).delayElements(PAUSE).map(stock::find).map(Work::stream);
        }

        @GetMapping("/blocking")
        Mono<Integer> blocking() {
            return Mono.fromCallable(() -> Work.blocking(stock.find(Work.blocking(7))))
                    .subscribeOn(Schedulers.boundedElastic());
        }

        @GetMapping("/zip")
        Mono<Integer> zip() {
            return Mono.zip(prices.price(1), prices.late(2), (one, other) -> Work.zip(one + other))
                    .publishOn(Schedulers.boundedElastic())
                    .map(Work::zip);
        }
    }

    @Service
    static class Prices {

        private final Stock stock;

        Prices(Stock stock) {
            this.stock = stock;
        }

        public Mono<Integer> price(int of) {
            return Mono.fromCallable(() -> Work.price(of))
                    .subscribeOn(Schedulers.boundedElastic())
                    .map(stock::find)
                    .map(Work::price);
        }

        public Mono<Integer> late(int of) {
            return Mono.delay(PAUSE, Schedulers.parallel())
                    .map(late -> Work.late(of))
                    .publishOn(Schedulers.boundedElastic())
                    .map(Work::late);
        }

        public Mono<Integer> each(int of) {
            return Mono.fromCallable(() -> Work.each(stock.find(of)))
                    .subscribeOn(Schedulers.parallel())
                    .delayElement(PAUSE)
                    .map(Work::each);
        }
    }

    @Repository
    static class Stock {

        public int find(int of) {
            return Work.find(of);
        }
    }
}
