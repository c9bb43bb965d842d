// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.observation;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.ClassUtils;

/**
 * The starters bring Spring Boot's module of observations. While nobody uses it, an application that has neither metrics
 * nor tracing, which bring it as well, has no registry of observations either.
 */
final class ObservationsWhileOff implements AutoConfigurationImportFilter, EnvironmentAware, BeanClassLoaderAware {

    private static final String MICROMETER = "org.springframework.boot.micrometer.";
    private static final String REGISTRY = MICROMETER + "observation.autoconfigure.ObservationAutoConfiguration";
    private static final Set<String> OTHER_USERS = Set.of(
            MICROMETER + "metrics.autoconfigure.MetricsAutoConfiguration",
            MICROMETER + "tracing.autoconfigure.MicrometerTracingAutoConfiguration");

    private Environment environment = new StandardEnvironment();
    private @Nullable ClassLoader classLoader;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void setBeanClassLoader(ClassLoader classLoader) {
        this.classLoader = classLoader;
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean used = isUsed();
        boolean[] matches = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            matches[i] = used || !REGISTRY.equals(candidates[i]);
        }
        return matches;
    }

    private boolean isUsed() {
        return isOn("profiler.enabled", false) && isOn("profiler.trace-observations", true)
                || OTHER_USERS.stream().anyMatch(user -> ClassUtils.isPresent(user, classLoader));
    }

    private boolean isOn(String property, boolean otherwise) {
        return environment.getProperty(property, String.valueOf(otherwise)).equalsIgnoreCase("true");
    }
}
