// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The trace in the logging context of the thread that records it, so that the lines of a request can be found by it. */
final class LogContext {

    private static final String BASE_ID = "profiler.base_id";

    private LogContext() {}

    /** A logger's own context may fail as everything of the application's may. */
    static void replace(@Nullable Recorder before, @Nullable Recorder next) {
        try {
            if (next != null && isTold(next)) {
                MDC.put(BASE_ID, next.trace.context.baseId());
            } else if (before != null && isTold(before)) {
                MDC.remove(BASE_ID);
            }
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    static void clear() {
        try {
            MDC.remove(BASE_ID);
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    /** Of those that nobody asked for, few can be found later. */
    private static boolean isTold(Recorder recorder) {
        return recorder.trace.context.isSigned();
    }
}
