// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

/**
 * The backend takes traces, but gives none back as long as somebody else takes or reads them, or where a look at them may cost
 * some.
 *
 * @since 0.1
 */
public final class StoreInUseException extends StoreUnavailableException {

    private static final long serialVersionUID = 1L;

    /**
     * Thrown by a store that found somebody else at work in its place.
     *
     * @param message one line that names the backend without its credentials
     * @param cause what the backend's library threw
     */
    public StoreInUseException(String message, Throwable cause) {
        super(message, cause);
    }
}
