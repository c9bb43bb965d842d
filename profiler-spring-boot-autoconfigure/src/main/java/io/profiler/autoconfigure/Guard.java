// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.internal.OccasionalLog;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Calls into the profiler, from which nothing that is thrown gets into the application: neither exceptions nor errors.
 *
 * @since 0.1
 */
public final class Guard {

    private static final OccasionalLog log = new OccasionalLog(LoggerFactory.getLogger(Guard.class));

    private Guard() {}

    /**
     * {@return what a call gives; null if it throws, which is logged}
     *
     * @param <T> what it gives
     * @param call into the profiler alone: what it throws of the application's would be swallowed, too
     */
    public static <T> @Nullable T call(Supplier<@Nullable T> call) {
        try {
            return call.get();
        } catch (Throwable fault) {
            report(fault);
            return null;
        }
    }

    /**
     * Makes a call. What it throws is logged.
     *
     * @param call into the profiler alone
     */
    public static void run(Runnable call) {
        try {
            call.run();
        } catch (Throwable fault) {
            report(fault);
        }
    }

    /**
     * Logs a fault, once a minute at most. Where the stack is at its end, or the fault has no text, even this may fail,
     * and is silent then.
     *
     * @param fault of the profiler's
     */
    public static void report(Throwable fault) {
        try {
            log.warn("The profiler failed, the application goes on without a span", fault);
        } catch (Throwable ignored) {
            // The next one may be told.
        }
    }
}
