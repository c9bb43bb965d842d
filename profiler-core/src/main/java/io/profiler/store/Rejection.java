// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import io.profiler.point.TracePoint;

/**
 * A trace point that a backend will never take.
 *
 * @param point the point
 * @param reason why, in one line that may be shown to whoever operates the application; holds no secret
 * @since 0.1
 */
public record Rejection(TracePoint point, String reason) {}
