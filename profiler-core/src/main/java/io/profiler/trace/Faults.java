// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.internal.OccasionalLog;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/**
 * Where everything ends that is thrown inside the profiler. Errors count, too: whatever an application's own
 * {@code toString} ends with, without the profiler nobody would have called it.
 */
final class Faults {

    private static final OccasionalLog log = new OccasionalLog(LoggerFactory.getLogger(Profiler.class));

    private Faults() {}

    /** Loads what takes the place of what fails, which nobody can once there is no memory. */
    static void prepare() {
        Objects.requireNonNull(Span.NOOP);
        Objects.requireNonNull(ProfiledScope.NOOP);
    }

    /** Where the stack is at its end, or the fault has no text, even this may fail. */
    static void report(Throwable fault) {
        try {
            log.warn("The profiler failed, the application goes on", fault);
        } catch (Throwable ignored) {
            // The next one may be told.
        }
    }
}
