// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import io.profiler.point.TracePoint;

/**
 * What tells a trace point from every other, and not from itself sent again: by it an append is idempotent.
 *
 * @since 0.1
 */
public final class PointKey {

    private PointKey() {}

    /** The span and its phase; the phase with the name before it, because readers tell points of a span apart by that. */
    public static String of(TracePoint point) {
        return point.traceId() + ':' + point.name();
    }
}
