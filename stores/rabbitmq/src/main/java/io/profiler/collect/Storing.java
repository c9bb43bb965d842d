// SPDX-License-Identifier: Apache-2.0
package io.profiler.collect;

import io.profiler.export.BackOff;
import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.OpenedStores;
import io.profiler.store.Rejection;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceWriter;
import io.profiler.store.backend.Halving;
import io.profiler.store.messaging.Deliveries;
import io.profiler.store.messaging.MessagingTraceStore;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores what was delivered, however long that takes. Confined to the collector's thread. */
final class Storing {

    private static final Logger logger = LoggerFactory.getLogger(Storing.class);

    private final OpenedStores stores;
    private final BackOff backOff;
    private final OccasionalLog refusals = new OccasionalLog(logger);
    private int rejected;

    /**
     * @throws IllegalArgumentException if one of the stores is a queue itself, or no store
     */
    Storing(OpenedStores stores, Duration maxBackOff) {
        stores.writers().forEach(Storing::requireKept);
        this.stores = stores;
        this.backOff = new BackOff(maxBackOff);
    }

    private static void requireKept(TraceWriter store) {
        if (store instanceof MessagingTraceStore) {
            throw new IllegalArgumentException(
                    "a collector cannot store in " + store + ", because it would collect the same points forever");
        }
        if (store.asStore().isEmpty()) {
            throw new IllegalArgumentException("a collector cannot store in " + store
                    + ", because that takes whole spans, and another collector may have the other half of one;"
                    + " let the applications send to it themselves");
        }
    }

    /** How many points of the last deliveries the store refused. */
    int rejected() {
        return rejected;
    }

    /** Whether the store has everything that it will ever take, and not that the store is away and there is no time. */
    boolean store(Deliveries deliveries, BooleanSupplier urgent) {
        while (true) {
            try {
                reject(deliveries, refusedOf(deliveries.points()));
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

    private void reject(Deliveries deliveries, List<Rejection> refused) {
        int before = deliveries.dead();
        refused.forEach(
                rejection -> deliveries.reject(rejection.point(), "refused by " + stores + ": " + rejection.reason()));
        rejected = deliveries.dead() - before;
    }

    private List<Rejection> refusedOf(List<TracePoint> points) {
        return points.isEmpty()
                ? List.of()
                : Halving.send(
                        points, this::append, fault -> !(fault instanceof StoreUnavailableException), this::failed);
    }

    /** A store that does not name what it refuses is asked again, for halves. */
    private List<Rejection> append(List<TracePoint> points) {
        AppendResult result = stores.append(points);
        if (result.rejected() > result.rejections().size()) {
            throw new IllegalStateException("it does not say which of " + points.size() + " trace points it refuses");
        }
        return result.rejections();
    }

    private List<Rejection> failed(TracePoint point, RuntimeException fault) {
        refusals.warn("Trace points cannot be stored and become dead letters", fault);
        return List.of(new Rejection(point, fault.getClass().getSimpleName()));
    }
}
