// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.trace.jvm.MethodCall;
import io.profiler.trace.jvm.MethodCalls;
import io.profiler.trace.jvm.MethodPattern;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Of which methods a request has the calls told.
 *
 * @param calls who tells them; null for nobody
 * @param patterns those that all requests have, and those that its token asked for and may have
 * @param refused what its token asked for in vain, and why
 */
record MethodMask(@Nullable MethodCalls calls, Set<MethodPattern> patterns, Map<String, String> refused) {

    static final MethodMask NONE = new MethodMask(null, Set.of(), Map.of());

    /** Whether a call may be of them: what other requests asked for is told along with it. */
    boolean holds(MethodCall call) {
        for (MethodPattern pattern : patterns) {
            if (pattern.mayMatch(call.function())) {
                return true;
            }
        }
        return false;
    }
}
