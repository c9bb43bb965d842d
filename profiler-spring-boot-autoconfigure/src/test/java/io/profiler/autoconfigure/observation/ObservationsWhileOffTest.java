// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.ObservationRegistry;
import io.profiler.autoconfigure.kit.BaseApplication;
import org.junit.jupiter.api.Test;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Spring Boot's module of observations is on the class path because of the profiler. */
class ObservationsWhileOffTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(BaseApplication.class);

    private final ApplicationContextRunner withoutMetrics =
            application.withClassLoader(new FilteredClassLoader(MetricsAutoConfiguration.class));

    @Test
    void anApplicationThatObservesNothingHasNoRegistry() {
        withoutMetrics.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ObservationRegistry.class));
    }

    @Test
    void norHasOneWhoseProfilerTracesNone() {
        withoutMetrics
                .withPropertyValues(
                        "profiler.enabled=true", "profiler.hmac-keys=key", "profiler.trace-observations=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ObservationRegistry.class));
    }

    @Test
    void theProfilerBringsOne() {
        withoutMetrics
                .withPropertyValues("profiler.enabled=true", "profiler.hmac-keys=key")
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(ObservationRegistry.class));
    }

    @Test
    void anApplicationWithMetricsKeepsItsOwn() {
        application.run(context -> assertThat(context).hasNotFailed().hasSingleBean(ObservationRegistry.class));
    }
}
