// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

/** Who knows which requests are spans without anything being done here. */
@FunctionalInterface
interface ObservedCalls {

    /** Whether an observation of the present thread, which is a span, tells of the request that it is about to send. */
    boolean containPresentOne();
}
