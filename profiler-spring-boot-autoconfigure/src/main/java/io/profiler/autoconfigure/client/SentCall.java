// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import io.profiler.autoconfigure.CallDescription;
import io.profiler.trace.Span;
import java.util.Map;
import java.util.concurrent.CompletionException;

/**
 * A request on its way to another service.
 *
 * @param headers what goes with it, empty if it leaves the house
 */
record SentCall(Span span, Map<String, String> headers) {

    /** What is not profiled. */
    static final SentCall UNPROFILED = new SentCall(Span.NOOP, Map.of());

    void answered(int status) {
        span.stop(CallDescription.answer(status));
    }

    void failed(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        span.stop(cause == null ? failure : cause);
    }
}
