// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

/** As many ask for something as it can be done for. */
final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BusyException(String message) {
        super(message);
    }
}
