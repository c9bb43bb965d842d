// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The trace in the logging context of the thread that records it, so that the lines of a request can be found by it. */
final class LogContext {

    private static final String BASE_ID = "profiler.base_id";

    private LogContext() {}

    /** A logger's own context may fail as everything of the application's may. */
    static void set(@Nullable ActiveTrace trace) {
        try {
            if (trace == null) {
                MDC.remove(BASE_ID);
            } else {
                MDC.put(BASE_ID, trace.context.baseId());
            }
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }
}
