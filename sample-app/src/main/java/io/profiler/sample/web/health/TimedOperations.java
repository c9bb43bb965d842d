// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.health;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Operations that are tried one after the other, whether or not the earlier ones succeeded. */
final class TimedOperations {

    private static final Logger logger = LoggerFactory.getLogger(TimedOperations.class);
    private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    private final Map<String, StorageHealthView.Operation> results = new LinkedHashMap<>();

    void run(String name, Runnable operation) {
        call(
                name,
                () -> {
                    operation.run();
                    return name;
                },
                name);
    }

    /** Tries an operation and returns its result, or the fallback if it failed. */
    <T> T call(String name, Supplier<T> operation, T fallback) {
        long start = System.nanoTime();
        try {
            T result = operation.get();
            results.put(name, new StorageHealthView.Operation(true, secondsSince(start), null));
            return result;
        } catch (RuntimeException e) {
            String ref = UUID.randomUUID().toString();
            logger.warn("Health check {}: {} failed", ref, name, e);
            results.put(name, new StorageHealthView.Operation(false, secondsSince(start), ref));
            return fallback;
        }
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / NANOS_PER_SECOND;
    }

    Map<String, StorageHealthView.Operation> results() {
        return results;
    }
}
