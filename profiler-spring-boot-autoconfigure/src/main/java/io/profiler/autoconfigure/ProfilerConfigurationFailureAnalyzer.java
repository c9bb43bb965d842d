// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Comes before Spring Boot's analyzers, which know that binding failed but not what to write instead. What is missing may
 * be there under a misspelt name.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProfilerConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<ProfilerConfigurationException> {

    private final Environment environment;

    ProfilerConfigurationFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ProfilerConfigurationException cause) {
        List<String> steps = new ArrayList<>(List.of(cause.action()));
        steps.addAll(new SettingsCheck(environment).findings());
        return new FailureAnalysis(String.valueOf(cause.getMessage()), String.join("\n", steps), cause);
    }
}
