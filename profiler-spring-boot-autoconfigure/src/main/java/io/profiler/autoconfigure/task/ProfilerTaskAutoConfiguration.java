// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.task;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;

/**
 * What a profiled request gives to the application's executors is traced where it runs.
 *
 * @since 0.1
 */
@AutoConfiguration
@ConditionalOnBooleanProperty("profiler.enabled")
@ConditionalOnBooleanProperty(name = "profiler.trace-threads", matchIfMissing = true)
public final class ProfilerTaskAutoConfiguration {

    @Bean("io.profiler.executorPostProcessor")
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static ExecutorPostProcessor profilerExecutorPostProcessor() {
        return new ExecutorPostProcessor();
    }
}
