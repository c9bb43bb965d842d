// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

/**
 * What is there, a table or a file, cannot be used now; whether a server runs makes no difference.
 *
 * @since 0.1
 */
public final class UnusableStoreException extends StoreUnavailableException {

    private static final long serialVersionUID = 1L;

    /**
     * Thrown by a store that found what it cannot work with.
     *
     * @param message one line that names the backend without its credentials
     * @param cause what the backend's library threw
     */
    public UnusableStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
