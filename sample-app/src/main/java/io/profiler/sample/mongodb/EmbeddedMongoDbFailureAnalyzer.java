// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.mongodb;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a line why the embedded database did not start, and which setting to change. */
final class EmbeddedMongoDbFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedMongoDbException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedMongoDbException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
