// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Conditional;

/** Whether there may be traces of requests that nobody asked to profile. */
final class OnUnaskedRequests extends AnyNestedCondition {

    OnUnaskedRequests() {
        super(ConfigurationPhase.REGISTER_BEAN);
    }

    @Conditional(OnSlowRequests.class)
    static class Watched {}

    @ConditionalOnBooleanProperty("profiler.flight-recorder.enabled")
    static class Recorded {}
}
