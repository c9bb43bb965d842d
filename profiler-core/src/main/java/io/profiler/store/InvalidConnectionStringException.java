// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

/**
 * A connection string that no backend can make sense of; the message is one line without credentials.
 *
 * @since 0.1
 */
public final class InvalidConnectionStringException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidConnectionStringException(String message) {
        super(message);
    }
}
