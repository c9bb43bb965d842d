// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceWriter;
import java.util.List;

/** Hands batches to a store, and makes of what comes back what became of each point. */
final class Delivery {

    private final TraceWriter store;
    private final LastAttempt attempt;
    private final BackOff backOff;
    private final OccasionalLog log;

    /**
     * @param attempt is told of each one
     */
    Delivery(TraceWriter store, LastAttempt attempt, BackOff backOff, OccasionalLog log) {
        this.store = store;
        this.attempt = attempt;
        this.backOff = backOff;
        this.log = log;
    }

    /**
     * Stores points, unless the store is away.
     *
     * @param last whether fewer at once cannot be tried: an Error is of the machine, which may have memory later, or for less
     */
    AppendResult append(List<TracePoint> points, boolean last) {
        try {
            AppendResult result = points.isEmpty() ? AppendResult.allStored(0) : reached(points);
            return accountFor(points.size(), result);
        } catch (StoreUnavailableException away) {
            attempt.failed(away.getMessage());
            throw away;
        } catch (Throwable fault) {
            if (fault instanceof Error error && !last) {
                throw error;
            }
            log.warn(points.size() + " trace points cannot be stored and are dropped", fault);
            return new AppendResult(0, points.size(), List.of());
        }
    }

    private AppendResult reached(List<TracePoint> points) {
        AppendResult result = store.append(points);
        attempt.succeeded();
        backOff.succeeded();
        return result;
    }

    /** Of each point something has become, whatever a store says. */
    private static AppendResult accountFor(int points, AppendResult result) {
        int stored = Math.max(0, Math.min(points, result.stored()));
        return new AppendResult(stored, points - stored, result.rejections());
    }
}
