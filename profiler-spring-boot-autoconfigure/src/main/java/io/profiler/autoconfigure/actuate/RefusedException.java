// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

/** What is asked for is not done; the message is one line that says why, and may be read by whoever asked. */
abstract class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * @param status the endpoint's answer
     */
    RefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    final int status() {
        return status;
    }
}
