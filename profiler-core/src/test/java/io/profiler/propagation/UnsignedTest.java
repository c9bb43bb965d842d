// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What nobody asked for asks nobody else. */
class UnsignedTest {

    @Test
    void thereIsNothingToSend() {
        TraceContext context = TraceContext.unsigned("trace");

        assertThat(context.isSigned()).isFalse();
        assertThat(context.below("span").isSigned()).isFalse();
        assertThat(SignedHeaders.sign(context.below("span")).asMap()).isEmpty();
        assertThat(TraceToken.next(context)).isEmpty();
    }

    @Test
    void whatIsSignedHasBothHeaders() {
        TraceContext context = new TraceContext("trace", "trace", "key");

        assertThat(context.isSigned()).isTrue();
        assertThat(SignedHeaders.sign(context).asMap())
                .containsOnlyKeys(SignedHeaders.TRACE_INFO, SignedHeaders.TRACE_HMAC);
    }
}
