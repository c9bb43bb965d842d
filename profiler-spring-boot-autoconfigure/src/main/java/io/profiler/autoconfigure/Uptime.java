// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.internal.LoadedClasses;
import io.profiler.point.ProcessReport;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * How new the application is to a request, for which nothing is counted where none is profiled.
 *
 * @since 0.1
 */
public final class Uptime implements SmartInitializingSingleton {

    private volatile long readyNanos = System.nanoTime();

    /** What counts classes is made now, and not in the first request. */
    @Override
    public void afterSingletonsInstantiated() {
        LoadedClasses.total();
        readyNanos = System.nanoTime();
    }

    /**
     * {@return what is told when a request comes, members of its info}
     *
     * @param nanoTime {@link System#nanoTime()} when it came
     * @param isNow whether that is now; what there was of classes earlier, nobody knows
     */
    Map<String, Object> atStart(long nanoTime, boolean isNow) {
        long micros = TimeUnit.NANOSECONDS.toMicros(Math.max(0, nanoTime - readyNanos));
        return new ProcessReport(micros, isNow ? classes() : null).toInfo();
    }

    /** {@return what is told when it ends} */
    Map<String, Object> atStop() {
        return new ProcessReport(null, classes()).toInfo();
    }

    private static @Nullable Long classes() {
        long total = LoadedClasses.total();
        return total == LoadedClasses.UNKNOWN ? null : (Long) total;
    }
}
