// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.health;

import io.profiler.export.PointCounts;
import io.profiler.export.StoreReach;
import io.profiler.export.TracePointExporter;
import io.profiler.store.TraceWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Tells what the exporter knows, and asks no store. An application whose traces have nowhere to go is as well as any other: what
 * is wrong is {@code UNKNOWN}, which is no failure to anybody, and never {@code DOWN}.
 */
final class ProfilerHealthIndicator implements HealthIndicator {

    private final TracePointExporter exporter;

    ProfilerHealthIndicator(TracePointExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public Health health() {
        try {
            return health(exporter.reachByStore(), exporter.countsByStore());
        } catch (RuntimeException fault) {
            return Health.unknown()
                    .withDetail("fault", fault.getClass().getName())
                    .build();
        }
    }

    private static Health health(Map<TraceWriter, StoreReach> reach, Map<TraceWriter, PointCounts> counts) {
        boolean isAnyAway = reach.values().stream().anyMatch(store -> Boolean.FALSE.equals(store.reached()));
        List<Map<String, Object>> stores = new ArrayList<>();
        counts.forEach(
                (store, points) -> stores.add(store(store, points, reach.getOrDefault(store, StoreReach.UNTRIED))));
        return Health.status(isAnyAway ? Status.UNKNOWN : Status.UP)
                .withDetail("stores", stores)
                .build();
    }

    private static Map<String, Object> store(TraceWriter store, PointCounts points, StoreReach reach) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("store", store.toString());
        details.put("reached", reach.reached() == null ? "not tried yet" : reach.reached());
        details.put("stored", points.stored());
        details.put("waiting", points.waiting());
        details.put("dropped", points.dropped());
        if (reach.away() != null) {
            details.put("away", reach.away());
        }
        if (reach.since() != null) {
            details.put("since", reach.since().toString());
        }
        return details;
    }
}
