// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class ProfilerConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<ProfilerConfigurationException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ProfilerConfigurationException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
    }
}
