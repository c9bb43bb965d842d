// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import io.profiler.point.TracePoint;
import io.profiler.store.BoundedPoints;
import io.profiler.store.ReadLimit;
import io.profiler.store.TraceTooLargeException;
import io.profiler.store.backend.PointKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The points of one trace among all that wait in a queue, each once, up to a limit. Not thread-safe. */
final class QueuedPoints {

    private final String baseId;
    private final BoundedPoints points;
    private final Set<String> keys = new HashSet<>();
    private @Nullable TraceTooLargeException tooLarge;

    QueuedPoints(String baseId, ReadLimit limit) {
        this.baseId = baseId;
        this.points = new BoundedPoints(baseId, limit);
    }

    /** What is beyond the limit ends the reading; the connection's thread has nobody to throw it to. */
    Verdict visit(TracePoint point) {
        if (!point.baseId().equals(baseId)) {
            return Verdict.PASS;
        }
        try {
            if (keys.add(PointKey.of(point))) {
                points.add(point);
            }
            return Verdict.READ;
        } catch (TraceTooLargeException beyond) {
            tooLarge = beyond;
            return Verdict.STOP;
        }
    }

    /**
     * @throws TraceTooLargeException if there were more than the limit
     */
    List<TracePoint> toList() {
        if (tooLarge != null) {
            throw tooLarge;
        }
        return points.toList();
    }
}
