// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

/** A parameter of the URL that cannot be read; the message is one line and names it. */
final class InvalidParameterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidParameterException(String message) {
        super(message);
    }
}
