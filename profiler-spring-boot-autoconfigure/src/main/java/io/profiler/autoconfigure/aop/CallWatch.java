// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import org.jspecify.annotations.Nullable;

/** Is told of the calls that a layer traces. Never throws. */
interface CallWatch {

    /** Of a layer whose calls are of no other interest. */
    CallWatch NONE = new CallWatch() {

        @Override
        public void called() {
            // Nobody wants to know.
        }

        @Override
        public @Nullable Object returned(@Nullable Object result, boolean isEnding) {
            return result;
        }

        @Override
        public void thrown() {
            // Nobody wants to know.
        }
    };

    /** A span has begun. */
    void called();

    /**
     * The method has returned. Its span is still there: what it takes to describe its end is no part of it.
     *
     * @param result what its caller gets
     * @param isEnding whether the result is a reactive type, with the end of which the span ends
     * @return the same, or such a type in place of it
     */
    @Nullable
    Object returned(@Nullable Object result, boolean isEnding);

    /** The method has thrown; its span is still there. */
    void thrown();
}
