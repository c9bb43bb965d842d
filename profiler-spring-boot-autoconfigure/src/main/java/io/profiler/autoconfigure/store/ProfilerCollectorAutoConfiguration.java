// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.store;

import io.profiler.autoconfigure.CollectorProperties;
import io.profiler.autoconfigure.ProfilerConfigurationException;
import io.profiler.autoconfigure.ProfilerProperties;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;

/**
 * A collector beside whatever else the application does; {@code profiler.enabled} has nothing to do with it.
 *
 * @since 0.1
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration"
        })
@ConditionalOnBooleanProperty("profiler.collector.enabled")
@EnableConfigurationProperties({CollectorProperties.class, ProfilerProperties.class})
@Import(CollectorConfiguration.class)
public final class ProfilerCollectorAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingClass("io.profiler.collect.Collector")
    static class MissingConfiguration {

        @Bean("io.profiler.missingCollector")
        @Lazy(false)
        InitializingBean profilerMissingCollector() {
            throw new ProfilerConfigurationException(
                    "'profiler.collector.enabled' is true, and the collector is not on the classpath.",
                    "Add the dependency io.profiler:profiler-spring-boot-starter-rabbitmq, or set"
                            + " 'profiler.collector.enabled' to false.");
        }
    }
}
