// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

/**
 * A connection string that no backend can make sense of; the message is one line without credentials.
 *
 * @since 0.1
 */
public final class InvalidConnectionStringException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Made by {@link TraceStoreFactory#create}, and by whoever reads a string before it.
     *
     * @param message what is wrong and what is expected, in one line for whoever wrote the string; without credentials,
     *     and so without any part that could not be told from them
     */
    public InvalidConnectionStringException(String message) {
        super(message);
    }
}
