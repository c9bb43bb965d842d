// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import io.profiler.point.TracePoint;

/** What tells a trace point from every other, and not from itself sent again. */
record PointId(String traceId, String name) {

    static PointId of(TracePoint point) {
        return new PointId(point.traceId(), point.name());
    }
}
