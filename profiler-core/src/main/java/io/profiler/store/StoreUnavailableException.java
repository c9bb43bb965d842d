// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import io.profiler.internal.VisibleText;

/**
 * The backend cannot be reached or does not answer now; the same call may succeed later.
 *
 * @since 0.1
 */
public class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Thrown by a store in place of what its library throws.
     *
     * @param message one line that names the backend without its credentials; what it holds of the backend's own texts is made visible
     * @param cause what the backend's library threw
     */
    public StoreUnavailableException(String message, Throwable cause) {
        super(VisibleText.inMessage(message), cause);
    }
}
