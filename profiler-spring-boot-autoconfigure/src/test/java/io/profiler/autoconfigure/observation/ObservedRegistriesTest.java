// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.observation;

import static io.profiler.autoconfigure.kit.ProfiledContext.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.profiler.admission.Admission;
import io.profiler.admission.Admitted;
import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.propagation.TraceContext;
import io.profiler.test.NoContextLeft;
import io.profiler.trace.Profiler;
import io.profiler.trace.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;

@ExtendWith(NoContextLeft.class)
class ObservedRegistriesTest {

    private final ApplicationContextRunner runner =
            ProfiledContext.runner().withPropertyValues(ProfiledContext.WITHOUT_METRICS);

    @Test
    void nobodyElseListensSoThatNothingIsObserved() {
        runner.run(context -> assertThat(Observation.start("a", context.getBean(ObservationRegistry.class))
                        .isNoop())
                .isTrue());
    }

    @Test
    void whereNoThreadTellsThereAreObservationsWhileAnyRequestIsProfiled() {
        new ReactiveWebApplicationContextRunner()
                .withUserConfiguration(BaseApplication.class)
                .withPropertyValues(ProfiledContext.WITHOUT_METRICS, "profiler.enabled=true", "profiler.hmac-keys=key")
                .run(context -> {
                    ObservationRegistry registry = context.getBean(ObservationRegistry.class);
                    assertThat(Observation.start("a", registry).isNoop()).isTrue();

                    Admitted request = context.getBean(Admission.class).admit(new TraceContext("a", "a", "key"));
                    assertThat(Observation.start("a", registry).isNoop()).isFalse();

                    request.close();
                    assertThat(Observation.start("a", registry).isNoop()).isTrue();
                });
    }

    @Test
    void whoeverElseListensHearsEverything() {
        runner.withUserConfiguration(Listening.class).run(context -> {
            observe(context.getBean(ObservationRegistry.class), "unprofiled");
            assertThat(profile(context, () -> observe(context.getBean(ObservationRegistry.class), "profiled"))
                            .tree())
                    .isEqualTo("profiled");

            assertThat(context.getBean(Listening.class).heard).containsExactly("unprofiled", "profiled");
        });
    }

    @Test
    void whereAHandlerFailsTheApplicationDoesWhatItDidWithoutTheProfiler() {
        runner.withUserConfiguration(Failing.class)
                .run(context -> assertThatThrownBy(() ->
                                profile(context, () -> observe(context.getBean(ObservationRegistry.class), "profiled")))
                        .hasMessage("of the user's"));
    }

    @Test
    void theirNamesSayWhichAreTraced() {
        runner.withPropertyValues(
                        "profiler.observations.include=kitchen.*,bath", "profiler.observations.exclude=kitchen.sink")
                .run(context -> {
                    ObservationRegistry registry = context.getBean(ObservationRegistry.class);
                    assertThat(profile(
                                            context,
                                            () -> List.of("kitchen.tap", "kitchen.sink", "bath", "bathroom")
                                                    .forEach(name -> observe(registry, name)))
                                    .tree())
                            .isEqualTo("kitchen.tap bath");
                });
    }

    @Test
    void commandsAreTracedOnce() {
        List<String> observed = List.of("spring.data.mongodb.command", "mongodb.command", "lettuce", "r2dbc.query");
        runner.run(context -> {
            ObservationRegistry registry = context.getBean(ObservationRegistry.class);
            assertThat(profile(context, () -> observed.forEach(name -> observe(registry, name)))
                            .points())
                    .isEmpty();
        });
        runner.withPropertyValues("profiler.trace-commands=false", "profiler.trace-sql=false")
                .run(context -> {
                    ObservationRegistry registry = context.getBean(ObservationRegistry.class);
                    assertThat(profile(context, () -> observed.forEach(name -> observe(registry, name)))
                                    .tree())
                            .isEqualTo(String.join(" ", observed));
                });
    }

    @Test
    void statementsAreTracedOnce() {
        runner.withPropertyValues("profiler.trace-sql=true").run(context -> {
            ObservationRegistry registry = context.getBean(ObservationRegistry.class);
            assertThat(profile(context, () -> observe(registry, "jdbc.query")).points())
                    .isEmpty();
        });
        runner.withPropertyValues("profiler.trace-sql=false").run(context -> {
            ObservationRegistry registry = context.getBean(ObservationRegistry.class);
            assertThat(profile(context, () -> observe(registry, "jdbc.query")).tree())
                    .isEqualTo("jdbc.query");
        });
    }

    @Test
    void itIsTheScopeThatIsCurrent() {
        runner.run(context -> {
            ObservationRegistry registry = context.getBean(ObservationRegistry.class);
            assertThat(profile(context, () -> {
                                Observation one = Observation.start("one", registry);
                                Observation two = Observation.start("two", registry);
                                one.scoped(() -> observe(registry, "in.one"));
                                two.scoped(() -> one.scoped(() -> observe(registry, "in.one.again")));
                                observe(registry, "beside");
                                one.stop();
                                two.stop();
                            })
                            .tree())
                    .isEqualTo("one(in.one in.one.again) two beside");
        });
    }

    @Test
    void aScopeOnAnotherThreadIsBelowItsObservationAndLeavesNothingThere() {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        runner.run(context -> {
            ObservationRegistry registry = context.getBean(ObservationRegistry.class);
            Profiler profiler = context.getBean(Profiler.class);
            assertThat(profile(context, () -> {
                                Observation outer = Observation.start("outer", registry);
                                pool.submit(() -> outer.scoped(() -> {
                                            try (Span span = profiler.start("span")) {
                                                observe(registry, "inner");
                                            }
                                        }))
                                        .get();
                                outer.stop();
                            })
                            .tree())
                    .isEqualTo("outer(span(inner))");
        });
        NoContextLeft.on(pool, 1);
        pool.shutdown();
    }

    @Test
    void switchedOffTheyAreNotTraced() {
        runner.withUserConfiguration(Listening.class)
                .withPropertyValues("profiler.trace-observations=false")
                .run(context -> assertThat(profile(
                                        context, () -> observe(context.getBean(ObservationRegistry.class), "a"))
                                .points())
                        .isEmpty());
    }

    private static void observe(ObservationRegistry registry, String name) {
        Observation.createNotStarted(name, registry).observe(() -> {});
    }

    static class Listening implements ObservationHandler<Observation.Context> {

        final List<String> heard = new ArrayList<>();

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }

        @Override
        public void onStop(Observation.Context context) {
            heard.add(context.getName());
        }
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
}
