// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import io.profiler.admission.Admission;
import io.profiler.propagation.HeaderVerifier;
import io.profiler.trace.Profiler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What both kinds of brokers need. */
@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

    @Bean("io.profiler.messageTraces")
    MessageTraces profilerMessageTraces(HeaderVerifier verifier, Admission admission, Profiler profiler) {
        return new MessageTraces(verifier, admission, profiler);
    }
}
