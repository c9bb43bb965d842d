// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.health;

import io.profiler.sample.SampleProperties;
import io.profiler.sample.management.Pool;
import io.profiler.sample.management.PoolsStore;
import io.profiler.sample.management.QueueMetadata;
import io.profiler.sample.web.caller.AdminOnly;
import io.profiler.sample.web.caller.Caller;
import io.profiler.sample.web.url.Paths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells administrators whether the stores work: each pool, or the only database if there are no pools. */
@RestController
@RequestMapping(path = Paths.HEALTH, produces = MediaType.APPLICATION_JSON_VALUE)
@AdminOnly
class HealthController {

    private static final int MAX_POOLS = 20;

    private final SampleProperties properties;
    private final PoolsStore pools;
    private final HealthProbe probe;

    HealthController(SampleProperties properties, PoolsStore pools, HealthProbe probe) {
        this.properties = properties;
        this.pools = pools;
        this.probe = probe;
    }

    @GetMapping
    Object health(Caller caller) {
        return properties.pooling() ? ofPools(caller.project()) : probe.probe(caller.project(), QueueMetadata.EMPTY);
    }

    private Map<String, Object> ofPools(String project) {
        List<Pool> all = pools.list(null, MAX_POOLS);
        Map<String, Object> health = new LinkedHashMap<>();
        health.put("catalog_reachable", true);
        all.forEach(pool -> health.put(pool.name(), probe.probe(project, QueueMetadata.ofFlavor(pool.flavor()))));
        return health;
    }
}
