// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;

/**
 * What looks at the settings once at the start, and keeps the profiler's beans to itself, also while the profiler is off.
 *
 * @since 0.1
 */
@AutoConfiguration
public final class ProfilerSettingsAutoConfiguration {

    /** For Spring Boot. */
    public ProfilerSettingsAutoConfiguration() {}

    @Bean("io.profiler.ownBeans")
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static OwnBeans ownBeans() {
        return new OwnBeans();
    }

    @Bean("io.profiler.settingsCheck")
    SettingsCheck settingsCheck(Environment environment) {
        return new SettingsCheck(environment);
    }

    @Bean("io.profiler.aotCheck")
    AotCheck aotCheck(ListableBeanFactory beans, Environment environment) {
        return new AotCheck(beans, environment);
    }
}
