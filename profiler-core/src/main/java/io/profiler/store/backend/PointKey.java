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

    /**
     * {@return the id of the span and the name of the point, with a colon between} The name, and not only the phase at its
     * end, because readers tell points of a span apart by it. It holds no id of the trace, so
     * that ids of spans have to be unique among all traces, as random ones are.
     *
     * @param point any
     */
    public static String of(TracePoint point) {
        return point.traceId() + ':' + point.name();
    }
}
