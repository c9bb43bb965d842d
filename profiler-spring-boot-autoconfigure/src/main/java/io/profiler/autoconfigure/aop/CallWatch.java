// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

/** Is told of the calls that a layer traces. Never throws. */
interface CallWatch {

    /** Of a layer whose calls are of no other interest. */
    CallWatch NONE = new CallWatch() {

        @Override
        public void called() {
            // Nobody wants to know.
        }

        @Override
        public void returned() {
            // Nobody wants to know.
        }
    };

    /** A span has begun. */
    void called();

    /** The method has returned, or thrown. */
    void returned();
}
