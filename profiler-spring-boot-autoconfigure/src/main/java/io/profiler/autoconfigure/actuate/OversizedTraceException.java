// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import io.profiler.store.ReadLimit;

/** A trace takes more memory than the application gives to it; the message names the command that shows it. */
final class OversizedTraceException extends RefusedException {

    private static final long serialVersionUID = 1L;
    private static final int TOO_LARGE = 413;
    private static final String PLAIN = "[\\w.:-]+";

    OversizedTraceException(String traceId, ReadLimit limit) {
        super(
                TOO_LARGE,
                "trace " + traceId + " is too large to be shown by the application (more than " + limit.points()
                        + " trace points or " + limit.characters()
                        + " characters): use the command, profiler trace show "
                        + inShell(traceId) + " --connection-string …");
    }

    private static String inShell(String id) {
        return id.matches(PLAIN) ? id : "'" + id.replace("'", "'\\''") + "'";
    }
}
