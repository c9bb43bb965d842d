// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import feign.Capability;
import io.profiler.autoconfigure.ProfilerProperties;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** Whether Micrometer observes what clients of Feign send. It opens no scope for it, so that no thread can be asked. */
final class ObservedFeign {

    private static final String CAPABILITY = "feign.micrometer.MicrometerObservationCapability";
    private static final String CLOUD = "org.springframework.cloud.openfeign.FeignClientFactoryBean";

    private ObservedFeign() {}

    /** Whether each such observation is a span already. */
    static boolean isSpans(ProfilerProperties properties, ListableBeanFactory beans, Environment environment) {
        return properties.traceObservations()
                && (isByBean(beans) || arePresent(CLOUD, CAPABILITY) && isByCloud(beans, environment));
    }

    private static boolean isByBean(ListableBeanFactory beans) {
        return beans.getBeanProvider(Capability.class).stream()
                .anyMatch(capability -> capability.getClass().getName().equals(CAPABILITY));
    }

    /** Spring Cloud has one in the context of each client. */
    private static boolean isByCloud(ListableBeanFactory beans, Environment environment) {
        return beans.containsBean("observationRegistry")
                && environment.getProperty("spring.cloud.openfeign.micrometer.enabled", Boolean.class, true);
    }

    private static boolean arePresent(String... classes) {
        return Stream.of(classes).allMatch(name -> ClassUtils.isPresent(name, ObservedFeign.class.getClassLoader()));
    }
}
