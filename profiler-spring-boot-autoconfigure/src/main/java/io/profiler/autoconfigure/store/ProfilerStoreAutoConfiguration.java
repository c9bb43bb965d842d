// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.store;

import io.profiler.autoconfigure.ProfilerAutoConfiguration;
import io.profiler.autoconfigure.ProfilerConnectionDetails;
import io.profiler.autoconfigure.ProfilerProperties;
import io.profiler.point.TracePointSink;
import io.profiler.store.OpenedStores;
import io.profiler.store.TraceWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The store that {@code profiler.connection-string} or {@link ProfilerConnectionDetails} name, or else one on the application's own connections.
 *
 * @since 0.1
 */
@AutoConfiguration(
        before = ProfilerAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration"
        })
@Import(ApplicationStores.class)
@ConditionalOnBooleanProperty("profiler.enabled")
@EnableConfigurationProperties(ProfilerProperties.class)
public final class ProfilerStoreAutoConfiguration {

    /** The application's beans: closed by whoever made them. */
    @Bean(value = "io.profiler.stores", destroyMethod = "")
    @ConditionalOnBean(TraceWriter.class)
    @ConditionalOnMissingBean(OpenedStores.class)
    OpenedStores profilerStoresOfApplication(ObjectProvider<TraceWriter> stores) {
        return new OpenedStores(stores.orderedStream().toList());
    }

    @Bean("io.profiler.connectionDetails")
    @ConditionalOnMissingBean(ProfilerConnectionDetails.class)
    PropertiesProfilerConnectionDetails profilerConnectionDetails(ProfilerProperties properties) {
        return new PropertiesProfilerConnectionDetails(properties);
    }

    @Bean("io.profiler.configuredStores")
    @ConditionalOnMissingBean({OpenedStores.class, TraceWriter.class, TracePointSink.class})
    OpenedStores profilerConfiguredStores(
            ProfilerConnectionDetails details,
            ProfilerProperties properties,
            ObjectProvider<ApplicationStore> applicationStores) {
        return ConfiguredStores.of(
                "profiler.connection-string",
                details.getConnectionString(),
                applicationStores.orderedStream(),
                properties.storeOptions());
    }
}
