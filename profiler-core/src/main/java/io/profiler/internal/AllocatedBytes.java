// SPDX-License-Identifier: Apache-2.0
package io.profiler.internal;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/** The one class that needs the module jdk.management. */
final class AllocatedBytes {

    private AllocatedBytes() {}

    static LongSupplier counter() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.isThreadAllocatedMemorySupported()
                ? threads::getCurrentThreadAllocatedBytes
                : () -> ThreadCounters.UNKNOWN;
    }
}
