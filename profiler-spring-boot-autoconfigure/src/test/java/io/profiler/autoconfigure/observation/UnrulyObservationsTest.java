// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.observation;

import static io.profiler.autoconfigure.kit.ProfiledContext.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.profiler.autoconfigure.CallDescription;
import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.test.NoContextLeft;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Profiler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** What applications do with observations that nobody should. */
@ExtendWith({NoContextLeft.class, OutputCaptureExtension.class})
class UnrulyObservationsTest {

    private final ApplicationContextRunner runner =
            ProfiledContext.runner().withPropertyValues(ProfiledContext.WITHOUT_METRICS);

    private static void observe(ObservationRegistry registry, String name) {
        Observation.createNotStarted(name, registry).observe(() -> {});
    }

    @Test
    void scopesThatAreClosedInAnotherOrderLeaveNothing() {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        runner.run(context -> {
            ObservationRegistry registry = context.getBean(ObservationRegistry.class);
            profile(context, () -> {
                Observation one = Observation.start("one", registry);
                Observation two = Observation.start("two", registry);
                pool.submit(() -> {
                            Observation.Scope first = one.openScope();
                            Observation.Scope second = two.openScope();
                            first.close();
                            second.close();
                        })
                        .get();
            });
        });
        NoContextLeft.on(pool, 1);
        pool.shutdown();
    }

    @Test
    void aScopeThatIsNeverClosedEndsWithTheOneAround() {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        runner.run(context -> {
            ObservationRegistry registry = context.getBean(ObservationRegistry.class);
            profile(context, () -> {
                Observation one = Observation.start("one", registry);
                Observation two = Observation.start("two", registry);
                pool.submit(() -> one.scoped(() -> {
                            two.openScope();
                        }))
                        .get();
            });
        });
        NoContextLeft.on(pool, 1);
        pool.shutdown();
    }

    @Test
    void aScopeThatIsClosedAfterItsRequestBringsNothingBack() {
        runner.run(context -> {
            ObservationRegistry registry = context.getBean(ObservationRegistry.class);
            List<Observation.Scope> kept = new ArrayList<>();
            profile(context, () -> kept.add(Observation.start("kept", registry).openScope()));

            kept.get(0).close();

            NoContextLeft.onThisThread();
        });
    }

    @Test
    @SuppressWarnings("deprecation")
    void aScopeThatIsResetIsNoMore() {
        runner.run(context -> {
            ObservationRegistry registry = context.getBean(ObservationRegistry.class);
            Profiler profiler = context.getBean(Profiler.class);
            assertThat(profile(context, () -> {
                                Observation one = Observation.start("one", registry);
                                Observation.Scope scope = one.openScope();
                                scope.reset();
                                profiler.start("beside").stop();
                                scope.makeCurrent();
                                profiler.start("inside").stop();
                                scope.close();
                                one.stop();
                            })
                            .tree())
                    .isEqualTo("one(inside) beside");
        });
    }

    @Test
    void whatIsStartedTwiceIsOneSpan() {
        runner.run(context -> {
            ObservationRegistry registry = context.getBean(ObservationRegistry.class);
            assertThat(profile(context, () -> {
                                Observation tea = Observation.start("tea", registry);
                                tea.start();
                                tea.stop();
                                tea.stop();
                            })
                            .tree())
                    .isEqualTo("tea");
        });
    }

    @Test
    @Timeout(20)
    void observationsInACircleHoldNobodyUp() {
        runner.run(context -> {
            ObservationRegistry registry = context.getBean(ObservationRegistry.class);
            assertThat(profile(context, () -> {
                                Observation one = Observation.createNotStarted("one", registry);
                                Observation two = Observation.createNotStarted("two", registry);
                                one.parentObservation(two);
                                two.parentObservation(one);
                                Observation.createNotStarted("below", registry)
                                        .parentObservation(one)
                                        .observe(() -> {});
                            })
                            .tree())
                    .isEqualTo("below");
        });
    }

    @Test
    void aRegistryWithTwoNamesIsObservedOnce() {
        runner.withUserConfiguration(TwoNames.class).run(context -> {
            ObservationRegistry registry = context.getBean(ObservationRegistry.class);
            assertThat(profile(context, () -> observe(registry, "tea")).tree()).isEqualTo("tea");
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoNames {

        @Bean
        ObservationRegistry one() {
            return ObservationRegistry.create();
        }

        @Bean
        @Primary
        ObservationRegistry two(ObservationRegistry one) {
            return one;
        }
    }

    @Test
    void whoeverComesToListenLaterHearsEverything() {
        runner.run(context -> {
            ObservationRegistry registry = context.getBean(ObservationRegistry.class);
            List<String> heard = new ArrayList<>();
            registry.observationConfig().observationHandler(new Listening(heard));

            observe(registry, "unprofiled");
            profile(context, () -> observe(registry, "profiled"));

            assertThat(heard).containsExactly("unprofiled", "profiled");
        });
    }

    private record Listening(List<String> heard) implements ObservationHandler<Observation.Context> {

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }

        @Override
        public void onStop(Observation.Context context) {
            heard.add(context.getName());
        }
    }

    @Test
    void whatAHandlerKeepsFromTheProfilerIsTold(CapturedOutput output) {
        runner.withUserConfiguration(Failing.class).run(context -> {
            ObservationRegistry registry = context.getBean(ObservationRegistry.class);
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> profile(context, () -> observe(registry, "tea")))
                        .hasMessage("of the user's");
            }

            assertThat(output)
                    .containsOnlyOnce("The observation 'tea' is not traced, because its handler "
                            + Failing.class.getName() + " failed: ");
        });
    }

    static class Failing implements ObservationHandler<Observation.Context> {

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }

        @Override
        public void onStart(Observation.Context context) {
            throw new IllegalStateException("of the user's");
        }
    }

    @Test
    void whereNothingIsKnownOfRequestsThereIsNoObservationAndNoError() {
        ObservationSpans spans = new ObservationSpans(
                new TracedObservations(List.of("*"), List.of(), List.of()),
                new HttpCalls(new CallDescription(ArgumentCapture.disabled())));
        WhileProfiled whileProfiled = new WhileProfiled(
                spans,
                () -> {
                    throw new IllegalStateException("the context is being closed");
                },
                OtherHandlers.of(ObservationRegistry.create()),
                true);

        assertThat(whileProfiled.test("tea", new Observation.Context())).isFalse();
    }
}
