// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

/** The backend takes traces but gives none back. */
public final class WriteOnlyStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message one line that names the backend without its credentials, and where its traces can be looked at
     */
    public WriteOnlyStoreException(String message) {
        super(message);
    }
}
