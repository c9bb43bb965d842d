// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks;

import io.profiler.trace.MessageStore;

/** The bean that is called: does next to nothing, so that what is around it shows. */
@MessageStore
public class Layer {

    private int calls;

    /** Counts the call. */
    public int call() {
        return ++calls;
    }
}
