// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.observation;

import io.micrometer.observation.ObservationRegistry;
import io.profiler.admission.Admission;
import io.profiler.autoconfigure.CallDescription;
import io.profiler.autoconfigure.ProfilerAutoConfiguration;
import io.profiler.autoconfigure.ProfilerProperties;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.web.context.reactive.ReactiveWebApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;

/**
 * Makes spans of the observations of every registry. Where nobody else listens to a registry, it makes observations of
 * profiled requests alone.
 *
 * @since 0.1
 */
@AutoConfiguration(
        after = ProfilerAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnBean(Admission.class)
@ConditionalOnBooleanProperty(value = "profiler.trace-observations", matchIfMissing = true)
public final class ProfilerObservationAutoConfiguration {

    @Bean("io.profiler.observedRegistries")
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static ObservedRegistries profilerObservedRegistries(
            ObjectProvider<ProfilerProperties> properties,
            ObjectProvider<CallDescription> description,
            ObjectProvider<Admission> admission,
            ApplicationContext context) {
        return new ObservedRegistries(
                () -> {
                    ProfilerProperties profiler = properties.getObject();
                    return new ObservationSpans(
                            new TracedObservations(
                                    profiler.observations().include(),
                                    profiler.observations().exclude(),
                                    told(profiler)),
                            new HttpCalls(description.getObject()));
                },
                admission::getObject,
                context instanceof ReactiveWebApplicationContext);
    }

    /** What other spans tell. */
    private static List<String> told(ProfilerProperties properties) {
        List<String> told = new ArrayList<>();
        if (properties.traceSql()) {
            told.addAll(List.of("jdbc.*", "r2dbc.*"));
        }
        if (properties.traceCommands()) {
            told.addAll(List.of("spring.data.mongodb.command", "mongodb.command", "lettuce"));
        }
        return told;
    }
}
