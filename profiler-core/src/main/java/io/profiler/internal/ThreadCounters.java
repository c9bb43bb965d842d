// SPDX-License-Identifier: Apache-2.0
package io.profiler.internal;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongSupplier;

/** What the JVM counts for the present thread, where it does: not for virtual threads, and not without its modules. */
public final class ThreadCounters {

    /** What is not known. */
    public static final long UNKNOWN = -1;

    private static final LongSupplier NONE = () -> UNKNOWN;

    private ThreadCounters() {}

    /**
     * Bytes that the present thread has allocated so far. Costs about as much as the clock.
     *
     * @return {@link #UNKNOWN} if nobody counts them
     */
    public static long allocatedBytes() {
        return Allocated.BYTES.getAsLong();
    }

    /**
     * Processor time of the present thread so far. Costs ten times as much as the clock.
     *
     * @return {@link #UNKNOWN} if nobody measures it
     */
    public static long processorNanos() {
        return Processor.NANOS.getAsLong();
    }

    /** Made when somebody asks. */
    private static final class Allocated {

        static final LongSupplier BYTES = supplier();

        private static LongSupplier supplier() {
            try {
                return AllocatedBytes.counter();
            } catch (RuntimeException | LinkageError noModule) {
                return NONE;
            }
        }
    }

    /** Made when somebody asks. */
    private static final class Processor {

        static final LongSupplier NANOS = supplier();

        private static LongSupplier supplier() {
            try {
                ThreadMXBean threads = ManagementFactory.getThreadMXBean();
                return threads.isCurrentThreadCpuTimeSupported() ? threads::getCurrentThreadCpuTime : NONE;
            } catch (RuntimeException | LinkageError noModule) {
                return NONE;
            }
        }
    }
}
