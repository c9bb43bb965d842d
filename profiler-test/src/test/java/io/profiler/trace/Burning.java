// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.concurrent.TimeUnit;

/** A method that takes as long as thirty looks. */
final class Burning {

    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private Burning() {}

    static void forAWhile() {
        for (long until = System.nanoTime() + NANOS; System.nanoTime() - until < 0; ) {
            Thread.onSpinWait();
        }
    }
}
