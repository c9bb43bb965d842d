// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Comes before Spring Boot's analyzers, which know that binding failed but not what to write instead. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProfilerConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<ProfilerConfigurationException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ProfilerConfigurationException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
    }
}
