// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.completion;

import org.jspecify.annotations.Nullable;

/** Types that say what is to be done, which is done when somebody asks: each time anew, and maybe never. */
public interface Awaiting {

    /**
     * What the caller gets: the same, which begins a span each time that it is asked. Never throws.
     *
     * @param result what the call has returned
     */
    @Nullable
    Object begin(AwaitedCall call, @Nullable Object result);
}
