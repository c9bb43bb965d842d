// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.trace.Profiler;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * A profiler that does nothing, for applications that inject one while profiling is off.
 *
 * @since 0.1
 */
@AutoConfiguration(after = ProfilerAutoConfiguration.class)
public final class NoopProfilerAutoConfiguration {

    /** For Spring Boot. */
    public NoopProfilerAutoConfiguration() {}

    @Bean("io.profiler.profiler")
    @ConditionalOnMissingBean
    Profiler noopProfiler() {
        return Profiler.NOOP;
    }
}
