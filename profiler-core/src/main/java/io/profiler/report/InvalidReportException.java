// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

/**
 * A text that is not a saved report, or a report without what a format needs. The message is one line and says why, without
 * the text itself.
 *
 * @since 0.1
 */
public final class InvalidReportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Thrown by whoever reads a saved report, and by a format that needs what it does not hold.
     *
     * @param message why, in one line
     */
    public InvalidReportException(String message) {
        super(message);
    }
}
