// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.management;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Spreads queues at random, by the weight of the pools: those of the queue's flavor, or those without a flavor. */
class PoolPlacement implements QueuePlacement {

    private final PoolsStore pools;
    private final FlavorsStore flavors;

    PoolPlacement(PoolsStore pools, FlavorsStore flavors) {
        this.pools = pools;
        this.flavors = flavors;
    }

    @Override
    public Optional<String> poolFor(String project, QueueMetadata metadata) {
        String flavor = metadata.flavor().orElse(null);
        requireKnown(project, flavor);
        return Optional.of(pick(pools.listByFlavor(flavor)));
    }

    private void requireKnown(String project, @Nullable String flavor) {
        if (flavor != null && !flavors.exists(project, flavor)) {
            throw new UnknownFlavorException(flavor);
        }
    }

    private static String pick(List<Pool> candidates) {
        long totalWeight = candidates.stream().mapToLong(Pool::weight).sum();
        long remaining = totalWeight == 0 ? 0 : ThreadLocalRandom.current().nextLong(totalWeight);
        for (Pool pool : candidates) {
            if (remaining < pool.weight()) {
                return pool.name();
            }
            remaining -= pool.weight();
        }
        throw new NoPoolException();
    }
}
