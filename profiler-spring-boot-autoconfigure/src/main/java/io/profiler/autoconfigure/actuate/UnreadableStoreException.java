// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

/** Traces go to where none can be had back from. */
final class UnreadableStoreException extends RefusedException {

    private static final long serialVersionUID = 1L;
    private static final int NOT_IMPLEMENTED = 501;

    UnreadableStoreException(String message) {
        super(NOT_IMPLEMENTED, message);
    }
}
