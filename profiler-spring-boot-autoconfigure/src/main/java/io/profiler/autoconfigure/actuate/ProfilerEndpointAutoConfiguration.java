// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import io.profiler.store.TraceStore;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** The endpoint {@code profiler}, where the application exposes it. */
@AutoConfiguration(afterName = "io.profiler.autoconfigure.store.ProfilerStoreAutoConfiguration")
@ConditionalOnClass({WebEndpoint.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnBooleanProperty("profiler.enabled")
@ConditionalOnAvailableEndpoint(ProfilerEndpoint.class)
public final class ProfilerEndpointAutoConfiguration {

    @Bean
    @ConditionalOnBean(TraceStore.class)
    ProfilerEndpoint profilerEndpoint(TraceStore store) {
        return new ProfilerEndpoint(store);
    }
}
