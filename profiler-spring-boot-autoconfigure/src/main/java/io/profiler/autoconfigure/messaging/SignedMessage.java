// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import io.profiler.propagation.SignedHeaders;
import io.profiler.propagation.TraceToken;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that asks to be part of a trace. Whether it may is still to be seen.
 *
 * @param source where it was taken from: a topic or a queue
 * @param place what else is known of that
 */
record SignedMessage(
        @Nullable String token,
        @Nullable String info,
        @Nullable String hmac,
        String source,
        Map<String, Object> place) {

    /** Null for one that asks for nothing, as most do. */
    static @Nullable SignedMessage of(ArrivedMessage message) {
        String token = message.header(TraceToken.HEADER);
        String info = message.header(SignedHeaders.TRACE_INFO);
        return token == null && info == null
                ? null
                : new SignedMessage(
                        token, info, message.header(SignedHeaders.TRACE_HMAC), message.source(), message.place());
    }
}
