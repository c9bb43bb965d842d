// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceWriter;
import java.util.List;

/** Hands batches to a store, and makes of what comes back what became of each point. */
record Delivery(TraceWriter store, BackOff backOff, OccasionalLog log) {

    /**
     * Stores points, unless the store is away.
     *
     * @param last whether fewer at once cannot be tried: an Error is of the machine, which may have memory later, or for less
     */
    AppendResult append(List<TracePoint> points, boolean last) {
        try {
            AppendResult result = points.isEmpty() ? AppendResult.allStored(0) : store.append(points);
            backOff.succeeded();
            return accountFor(points.size(), result);
        } catch (StoreUnavailableException away) {
            throw away;
        } catch (Throwable fault) {
            if (fault instanceof Error error && !last) {
                throw error;
            }
            log.warn(points.size() + " trace points cannot be stored and are dropped", fault);
            return new AppendResult(0, points.size(), List.of());
        }
    }

    /** Of each point something has become, whatever a store says. */
    private static AppendResult accountFor(int points, AppendResult result) {
        int stored = Math.max(0, Math.min(points, result.stored()));
        return new AppendResult(stored, points - stored, result.rejections());
    }
}
