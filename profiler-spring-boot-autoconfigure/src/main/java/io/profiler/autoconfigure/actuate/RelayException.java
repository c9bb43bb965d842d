// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

/** A request is not relayed, or not answered. */
final class RelayException extends RefusedException {

    private static final long serialVersionUID = 1L;

    /**
     * @param status the endpoint's own answer
     */
    RelayException(int status, String message) {
        super(status, message);
    }
}
