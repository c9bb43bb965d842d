// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.completion;

import static io.profiler.autoconfigure.kit.ProfiledContext.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.ClasspathWithout;
import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.autoconfigure.kit.Trace;
import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.ManagementStore;
import io.profiler.trace.MessageStore;
import io.profiler.trace.Origin;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reactor with {@code spring.reactor.context-propagation=auto}. */
class ReactorPositionTest {

    private final ApplicationContextRunner runner = ProfiledContext.runner(Messages.class, Queues.class);

    @BeforeEach
    void restoreThreadLocals() {
        Hooks.enableAutomaticContextPropagation();
    }

    @AfterEach
    void restoreThreadLocalsNoLonger() {
        Hooks.disableAutomaticContextPropagation();
    }

    @Test
    void whatAMonoDoesIsBelowItsSpanAndWhatFollowsIsNot() {
        runner.run(context -> {
            Trace trace = profile(context, () -> {
                assertThat(messages(context).one().block()).isEqualTo("queue");
                context.getBean(Queues.class).get();
            });

            assertThat(trace.tree()).isEqualTo("message_store(management_store) management_store");
        });
    }

    @Test
    void whatAFluxDoesOnOtherThreadsIsBelowItsSpan() {
        runner.run(context -> {
            Trace trace = profile(
                    context,
                    () -> assertThat(messages(context).all().collectList().block())
                            .containsExactly("queue", "queue"));

            assertThat(trace.tree()).isEqualTo("message_store(management_store management_store)");
        });
    }

    @Test
    void oneInAnotherIsBelowIt() {
        runner.run(context -> {
            Trace trace = profile(
                    context,
                    () -> assertThat(messages(context).reactive().block()).isEqualTo("queue"));

            assertThat(trace.tree()).isEqualTo("message_store(management_store)");
        });
    }

    @Test
    void onlyTheFirstToSubscribeIsBelowItsSpanAlsoAfterTheRequest() {
        runner.run(context -> {
            var mono = new Object() {
                Mono<String> called;
            };
            Trace trace = profile(context, () -> mono.called = messages(context).one());

            assertThat(mono.called.block()).isEqualTo("queue");
            assertThat(mono.called.block()).as("by another request").isEqualTo("queue");

            assertThat(trace.tree()).isEqualTo("message_store(management_store)");
        });
    }

    @Test
    void nothingIsTakenWithoutContextPropagation() throws Exception {
        try (ClasspathWithout without = new ClasspathWithout("context-propagation")) {
            without.main(WithoutContextPropagation.class);
        }
    }

    private static Messages messages(ApplicationContext context) {
        return context.getBean(Messages.class);
    }

    static class Messages {

        private final Queues queues;

        Messages(Queues queues) {
            this.queues = queues;
        }

        @MessageStore
        public Mono<String> one() {
            return Mono.fromSupplier(queues::get);
        }

        @MessageStore
        public Flux<String> all() {
            return Flux.range(0, 2).publishOn(Schedulers.boundedElastic()).map(number -> queues.get());
        }

        @MessageStore
        public Mono<String> reactive() {
            return Mono.defer(queues::reactive).subscribeOn(Schedulers.parallel());
        }
    }

    @ManagementStore
    static class Queues {

        public String get() {
            return "queue";
        }

        public Mono<String> reactive() {
            return Mono.just("queue");
        }
    }

    /** Run on a classpath of its own. */
    static class WithoutContextPropagation {

        public static void main(String[] arguments) {
            Profiler profiler = Profiler.create(
                    new CollectingSink(), new Origin("host", "project", "service"), ArgumentCapture.disabled());
            try (ProfiledScope scope = profiler.open(new TraceContext("base", "base", "key"))) {
                assertThat(ReactorPosition.ofThread().isKnown()).isFalse();
            }
        }
    }
}
