// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import io.profiler.internal.VisibleText;
import io.profiler.point.TracePoint;

/**
 * A trace point that a backend will never take.
 *
 * @param point the one that was passed in, not a copy
 * @param reason why, for whoever operates the application; holds no secret, and is made one line of bounded length
 * @since 0.1
 */
public record Rejection(TracePoint point, String reason) {

    /** Makes the reason one line of bounded length, without control characters. */
    public Rejection {
        reason = VisibleText.inMessage(reason);
    }
}
