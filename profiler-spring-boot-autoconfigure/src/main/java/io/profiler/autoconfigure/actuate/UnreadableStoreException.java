// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

/** Traces go to where none can be had back from. */
final class UnreadableStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableStoreException(String message) {
        super(message);
    }
}
