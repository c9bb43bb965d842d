// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Hides keys and credentials from the endpoints that show settings, also while the profiler is off.
 *
 * @since 0.1
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public final class ProfilerSanitizingAutoConfiguration {

    @Bean("io.profiler.sanitizingFunction")
    SanitizingFunction secretSettings() {
        return SanitizingFunction.sanitizeValue()
                .ifKeyMatches(SecretSettings::isNamed)
                .ifValueStringMatches(SecretSettings::areIn);
    }
}
