// SPDX-License-Identifier: Apache-2.0
package io.profiler.collect;

import io.profiler.export.BackOff;
import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePoint;
import io.profiler.store.OpenedStores;
import io.profiler.store.Rejection;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.messaging.Deliveries;
import java.time.Duration;
import java.util.ArrayList;
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

    Storing(OpenedStores stores, Duration maxBackOff) {
        this.stores = stores;
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
        refused.forEach(
                rejection -> deliveries.reject(rejection.point(), "refused by " + stores + ": " + rejection.reason()));
        rejected = refused.size();
    }

    private List<Rejection> refusedOf(List<TracePoint> points) {
        try {
            return points.isEmpty() ? List.of() : stores.append(points).rejections();
        } catch (StoreUnavailableException away) {
            throw away;
        } catch (RuntimeException fault) {
            return refusedOfHalves(points, fault);
        }
    }

    /** By halves, until the points that a store fails at stand alone. */
    private List<Rejection> refusedOfHalves(List<TracePoint> points, RuntimeException fault) {
        if (points.size() == 1) {
            refusals.warn("Trace points cannot be stored and become dead letters", fault);
            return List.of(new Rejection(points.get(0), fault.getClass().getSimpleName()));
        }
        int half = points.size() / 2;
        List<Rejection> refused = new ArrayList<>(refusedOf(points.subList(0, half)));
        refused.addAll(refusedOf(points.subList(half, points.size())));
        return refused;
    }
}
