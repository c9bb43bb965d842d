// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.observation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.mock.env.MockEnvironment;

/** Spring Boot's module of observations is on the class path because of the profiler. */
class ObservationsWhileOffTest {

    private static final String[] CANDIDATES = {
        "com.example.OtherAutoConfiguration", null, ObservationAutoConfiguration.class.getName()
    };

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void anApplicationThatObservesNothingHasNoRegistry() {
        assertThat(matches(new FilteredClassLoader(MetricsAutoConfiguration.class)))
                .containsExactly(true, true, false);
    }

    @Test
    void norHasOneWhoseProfilerTracesNone() {
        environment.withProperty("profiler.enabled", "true").withProperty("profiler.trace-observations", "false");

        assertThat(matches(new FilteredClassLoader(MetricsAutoConfiguration.class)))
                .containsExactly(true, true, false);
    }

    @Test
    void theProfilerBringsOne() {
        environment.withProperty("profiler.enabled", "true");

        assertThat(matches(new FilteredClassLoader(MetricsAutoConfiguration.class)))
                .containsExactly(true, true, true);
    }

    @Test
    void anApplicationWithMetricsKeepsItsOwn() {
        assertThat(matches(getClass().getClassLoader())).containsExactly(true, true, true);
    }

    private boolean[] matches(ClassLoader classLoader) {
        ObservationsWhileOff filter = new ObservationsWhileOff();
        filter.setEnvironment(environment);
        filter.setBeanClassLoader(classLoader);
        return filter.match(CANDIDATES, null);
    }
}
