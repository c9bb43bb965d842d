// SPDX-License-Identifier: Apache-2.0
package io.profiler.collect;

import io.profiler.export.BackOff;
import io.profiler.point.OccasionalLog;
import io.profiler.point.TracePoint;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceStore;
import io.profiler.store.messaging.Deliveries;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores what was delivered, however long that takes. Confined to the collector's thread. */
final class Storing {

    private static final Logger logger = LoggerFactory.getLogger(Storing.class);

    private final TraceStore store;
    private final BackOff backOff;
    private final OccasionalLog refusals = new OccasionalLog(logger);
    private int rejected;

    Storing(TraceStore store, Duration maxBackOff) {
        this.store = store;
        this.backOff = new BackOff(maxBackOff);
    }

    /** How many points of the last deliveries the store refused. */
    int rejected() {
        return rejected;
    }

    /** Whether the store has everything that it will ever take, and not that the store is away and there is no time. */
    boolean store(Deliveries deliveries, BooleanSupplier urgent) {
        while (true) {
            try {
                rejected = 0;
                store(deliveries, deliveries.points());
                backOff.succeeded();
                return true;
            } catch (StoreUnavailableException away) {
                if (urgent.getAsBoolean()) {
                    return false;
                }
                backOff.failed(away);
                Thread.interrupted();
                backOff.pause(urgent);
            }
        }
    }

    /** By halves, until the points that are refused stand alone: a store only says how many of them there are. */
    private void store(Deliveries deliveries, List<TracePoint> points) {
        String refusal = points.isEmpty() ? null : refusal(points);
        if (refusal == null) {
            return;
        }
        if (points.size() == 1) {
            deliveries.reject(points.get(0), refusal);
            rejected++;
            return;
        }
        int half = points.size() / 2;
        store(deliveries, points.subList(0, half));
        store(deliveries, points.subList(half, points.size()));
    }

    /** Why the store does not take all of the points, null if it does. */
    private @Nullable String refusal(List<TracePoint> points) {
        try {
            return store.append(points).rejected() == 0 ? null : "refused by " + store;
        } catch (StoreUnavailableException away) {
            throw away;
        } catch (RuntimeException fault) {
            refusals.warn("Trace points cannot be stored and become dead letters", fault);
            return "refused by " + store + ": " + fault.getClass().getSimpleName();
        }
    }
}
