// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.kit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What work costs the thread that does it. */
public final class AllocatedBytes {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private AllocatedBytes() {}

    /** Work that may throw. */
    @FunctionalInterface
    public interface Work<E extends Exception> {
        void run() throws E;
    }

    /** Of work that is done so many times; a few bytes are what the measurement itself may cost. */
    public static <E extends Exception> long of(int times, Work<E> work) throws E {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < times; i++) {
            work.run();
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
