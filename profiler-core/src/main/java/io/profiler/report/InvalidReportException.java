// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

/** A text that is not a saved report; the message is one line and says why, without the text itself. */
public final class InvalidReportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidReportException(String message) {
        super(message);
    }
}
