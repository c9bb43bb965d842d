// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import io.profiler.internal.VisibleText;

/**
 * A trace has more than may be read of it at once.
 *
 * @since 0.1
 */
public final class TraceTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Thrown by a store instead of reading on; {@link BoundedPoints} does so for it.
     *
     * @param baseId id of the trace
     * @param limit what it is larger than
     */
    public TraceTooLargeException(String baseId, ReadLimit limit) {
        super(VisibleText.inMessage("trace " + baseId + " has more than " + limit.points() + " trace points, or than "
                + limit.characters() + " characters in them"));
    }
}
