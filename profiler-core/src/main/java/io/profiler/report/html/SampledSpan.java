// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.report.samples.CallForest;

/**
 * A span with what looks found in it.
 *
 * @param number number of the span, {@link PageSpan#TOP} for what is of no span
 * @param forest what was found
 * @param micros how long the span was at work itself
 * @param firstCall number of its first call on the page
 * @param firstLeaf number of its first leaf on the page
 */
record SampledSpan(int number, CallForest forest, long micros, int firstCall, int firstLeaf) {

    /** Before all others. */
    static final SampledSpan FIRST = new SampledSpan(PageSpan.TOP, CallForest.EMPTY, 0, 0, 0);

    SampledSpan next(int span, CallForest found, long selfMicros) {
        return new SampledSpan(
                span,
                found,
                selfMicros,
                firstCall + forest.calls().size(),
                firstLeaf + forest.leaves().size());
    }
}
