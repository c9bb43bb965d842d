// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

import org.jspecify.annotations.Nullable;

/**
 * The calls below one span.
 *
 * @param spanId null if it is not known which one
 */
record SpanCalls(@Nullable String spanId, Calls calls) {

    int count() {
        return calls.count();
    }
}
