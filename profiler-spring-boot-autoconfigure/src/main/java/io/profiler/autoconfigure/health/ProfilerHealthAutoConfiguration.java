// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.health;

import io.profiler.autoconfigure.ProfilerAutoConfiguration;
import io.profiler.export.TracePointExporter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * The component {@code profiler} of the application's health.
 *
 * @since 0.1
 */
@AutoConfiguration(
        after = ProfilerAutoConfiguration.class,
        beforeName = "org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration")
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBooleanProperty("profiler.enabled")
@ConditionalOnBean(TracePointExporter.class)
@ConditionalOnEnabledHealthIndicator("profiler")
public final class ProfilerHealthAutoConfiguration {

    /** Named as the others are, because the component is named by it. */
    @Bean("profilerHealthContributor")
    @ConditionalOnMissingBean(name = {"profilerHealthIndicator", "profilerHealthContributor"})
    HealthIndicator profilerHealthContributor(TracePointExporter exporter) {
        return new ProfilerHealthIndicator(exporter);
    }
}
