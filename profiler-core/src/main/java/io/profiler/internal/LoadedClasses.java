// SPDX-License-Identifier: Apache-2.0
package io.profiler.internal;

import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/** How many classes the JVM has loaded so far, where it says so: not without its modules. */
public final class LoadedClasses {

    /** What is not known. */
    public static final long UNKNOWN = -1;

    private LoadedClasses() {}

    /**
     * Costs a few times as much as the clock, but for the first time, when classes of Java's are loaded for it.
     *
     * @return {@link #UNKNOWN} if nobody counts them
     */
    public static long total() {
        return Counter.CLASSES.getAsLong();
    }

    /** Made when somebody asks. */
    private static final class Counter {

        static final LongSupplier CLASSES = supplier();

        private static LongSupplier supplier() {
            try {
                return ManagementFactory.getClassLoadingMXBean()::getTotalLoadedClassCount;
            } catch (RuntimeException | LinkageError noModule) {
                return () -> UNKNOWN;
            }
        }
    }
}
