// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Whether requests are watched that nobody asked to profile.
 *
 * @since 0.1
 */
public final class OnSlowRequests extends SpringBootCondition {

    private static final String THRESHOLD = "profiler.slow.threshold";

    /** For Spring. */
    public OnSlowRequests() {}

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        boolean isSet = StringUtils.hasText(context.getEnvironment().getProperty(THRESHOLD));
        ConditionMessage.Builder message = ConditionMessage.forCondition("Requests that are slow");
        return new ConditionOutcome(isSet, message.because(THRESHOLD + (isSet ? " is set" : " is not set")));
    }
}
