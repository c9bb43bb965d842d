// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import org.jspecify.annotations.Nullable;

/**
 * What one trace tells beside when its spans begin and end.
 *
 * @param counts whether spans tell what the JVM counts
 * @param sampling the looks at its threads; null if nobody wants any, as mostly
 * @param refusedLooks whether somebody wanted some, and the sampler took no more requests
 * @param methodMask of which methods it is told, and of which it was to be told in vain
 * @param followsVirtualThreads whether virtual threads that one of its threads makes record it as well
 */
record TraceInsight(
        boolean counts,
        @Nullable Sampling sampling,
        boolean refusedLooks,
        MethodMask methodMask,
        boolean followsVirtualThreads) {

    /** Nothing beside that. */
    static final TraceInsight NONE = ofLooks(null);

    static TraceInsight ofLooks(@Nullable Sampling sampling) {
        return new TraceInsight(false, sampling, false, MethodMask.NONE, false);
    }
}
