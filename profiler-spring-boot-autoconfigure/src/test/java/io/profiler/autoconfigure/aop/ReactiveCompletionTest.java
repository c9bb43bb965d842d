// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static io.profiler.autoconfigure.kit.ProfiledContext.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.autoconfigure.kit.Trace;
import io.profiler.point.TracePoint;
import io.profiler.trace.Profiler;
import io.profiler.trace.Traced;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import reactor.core.Disposable;
import reactor.core.publisher.ConnectableFlux;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

class ReactiveCompletionTest {

    private final ApplicationContextRunner runner = ProfiledContext.runner(Streams.class);

    @Test
    void aMonoEndsItsSpanBeforeItsSubscriberHearsOfIt() {
        run(context -> {
            AtomicReference<List<String>> heard = new AtomicReference<>();
            AtomicReference<Mono<String>> mono = new AtomicReference<>();
            Trace trace = profile(context, () -> mono.set(streams(context).mono()));
            assertThat(names(trace)).isEmpty();

            mono.get().doOnNext(value -> heard.set(names(trace))).block();

            assertThat(heard.get()).containsExactly("mono-start", "mono-stop");
            assertThat(trace.info("mono-stop")).containsEntry("function", Map.of("result", "\"value of context\""));
        });
    }

    @Test
    void whatIsDoneOnSubscriptionIsBelowTheSpanAndWhatFollowsIsNot() {
        run(context -> {
            Profiler profiler = context.getBean(Profiler.class);
            Trace trace = profile(
                    context,
                    () -> streams(context)
                            .working(profiler)
                            .doOnNext(value -> profiler.start("after").stop())
                            .subscribe());

            assertThat(trace.tree()).isEqualTo("working(deferred supplied) after");
        });
    }

    @Test
    void aFluxEndsItsSpanWhenItCompletesOnAnotherThread() {
        run(context -> {
            Trace trace = profile(
                    context,
                    () -> assertThat(streams(context)
                                    .flux()
                                    .contextWrite(map -> map.put("key", "context"))
                                    .collectList()
                                    .block())
                            .containsExactly("a", "value of context"));

            assertThat(trace.tree()).isEqualTo("flux");
        });
    }

    @Test
    void anErrorIsRecordedAndPassedOn() {
        run(context -> {
            Trace trace = profile(
                    context,
                    () -> assertThatThrownBy(() -> streams(context).failing().block())
                            .hasMessage("broken"));

            assertThat(trace.info("failing-stop"))
                    .containsEntry("etype", "java.lang.IllegalStateException")
                    .containsEntry("message", "broken");
        });
    }

    @Test
    void cancellingEndsTheSpan() {
        run(context -> {
            AtomicReference<Disposable> subscription = new AtomicReference<>();
            Trace trace = profile(
                    context, () -> subscription.set(streams(context).endless().subscribe()));
            assertThat(names(trace)).containsExactly("endless-start");

            subscription.get().dispose();

            assertThat(trace.tree()).isEqualTo("endless");
        });
    }

    @Test
    void eachSubscriptionIsASpan() {
        run(context -> {
            Trace trace = profile(context, () -> {
                Mono<String> mono = streams(context).mono();
                mono.block();
                mono.block();
            });

            assertThat(trace.tree()).isEqualTo("mono mono");
        });
    }

    @Test
    void whatNobodySubscribesToIsNoSpan() {
        run(context -> assertThat(names(profile(
                        context,
                        () -> streams(context)
                                .mono()
                                .switchIfEmpty(streams(context).mono())
                                .block())))
                .containsExactly("mono-start", "mono-stop"));
    }

    @Test
    void whatComesAfterAnotherBeginsWhenThatHasEnded() {
        run(context -> assertThat(names(profile(
                        context,
                        () -> streams(context)
                                .flux()
                                .contextWrite(map -> map.put("key", ""))
                                .then(streams(context).mono())
                                .block())))
                .containsExactly("flux-start", "flux-stop", "mono-start", "mono-stop"));
    }

    @Test
    void laterSubscribersAreInTheirOwnRequestsOrInNone() {
        run(context -> {
            AtomicReference<Mono<String>> shared = new AtomicReference<>();
            Trace caller = profile(context, () -> shared.set(streams(context).mono()));
            shared.get().block();
            shared.get().block();

            Trace other = profile(context, shared.get()::block);

            assertThat(caller.tree()).isEqualTo("mono");
            assertThat(other.tree()).isEqualTo("mono");
        });
    }

    @Test
    void aPublisherIsKnownToo() {
        run(context -> assertThat(profile(
                                context,
                                () -> Flux.from(streams(context).publisher()).blockLast())
                        .tree())
                .isEqualTo("publisher"));
    }

    @Test
    void aTypeThatOperatorsWouldLoseIsLeftAsItIs() {
        run(context -> assertThat(profile(
                                context,
                                () -> assertThat(streams(context).connectable()).isInstanceOf(ConnectableFlux.class))
                        .tree())
                .isEqualTo("connectable"));
    }

    private void run(ContextConsumer<AssertableApplicationContext> check) {
        runner.run(check);
    }

    private static Streams streams(AssertableApplicationContext context) {
        return context.getBean(Streams.class);
    }

    private static List<String> names(Trace trace) {
        return trace.points().stream().map(TracePoint::name).toList();
    }

    static class Streams {

        @Traced(value = "mono", showResult = true)
        public Mono<String> mono() {
            return Mono.deferContextual(view -> Mono.just("value of " + view.getOrDefault("key", "context")));
        }

        @Traced("flux")
        public Flux<String> flux() {
            return Flux.just("a")
                    .concatWith(Mono.deferContextual(view -> Mono.just("value of " + view.get("key"))))
                    .publishOn(Schedulers.parallel());
        }

        @Traced("working")
        public Mono<String> working(Profiler profiler) {
            return Mono.defer(() -> {
                profiler.start("deferred").stop();
                return Mono.fromSupplier(() -> {
                    profiler.start("supplied").stop();
                    return "value";
                });
            });
        }

        @Traced("failing")
        public Mono<String> failing() {
            return Mono.error(new IllegalStateException("broken"));
        }

        @Traced("endless")
        public Flux<String> endless() {
            return Sinks.many().multicast().<String>onBackpressureBuffer().asFlux();
        }

        @Traced("publisher")
        public Publisher<String> publisher() {
            return Flux.just("a", "b");
        }

        @Traced("connectable")
        public ConnectableFlux<String> connectable() {
            return Flux.just("a").publish();
        }
    }
}
