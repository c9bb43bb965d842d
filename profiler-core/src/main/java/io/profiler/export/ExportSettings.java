// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How trace points get from the application to a store.
 *
 * @param queueCapacity how many points may wait, of which a trace gets a share; more are dropped and counted
 * @param queueBytes how many bytes of what applications say of spans may wait, roughly; more are dropped and counted
 * @param batchSize how many points are stored by one call
 * @param flushInterval how long a point of a request that goes on may wait before it is stored
 * @param shutdownTimeout how long closing may take to store what still waits
 * @param maxBackOff longest pause between two attempts while the store is away
 * @param spool where what waits is kept while the store is away; null for memory alone
 * @since 0.1
 */
public record ExportSettings(
        int queueCapacity,
        long queueBytes,
        int batchSize,
        Duration flushInterval,
        Duration shutdownTimeout,
        Duration maxBackOff,
        @Nullable SpoolSettings spool) {

    private static final long DEFAULT_QUEUE_BYTES = 32L << 20;

    /**
     * Checks what has to be positive.
     *
     * @throws IllegalArgumentException if anything but {@code shutdownTimeout} is not greater than zero
     */
    public ExportSettings {
        requirePositive("queueCapacity", queueCapacity > 0);
        requirePositive("queueBytes", queueBytes > 0);
        requirePositive("batchSize", batchSize > 0);
        requirePositive("flushInterval", flushInterval.compareTo(Duration.ZERO) > 0);
        requirePositive("maxBackOff", maxBackOff.compareTo(Duration.ZERO) > 0);
    }

    /**
     * With room for 32 MB of texts, all of them in memory.
     *
     * @param queueCapacity how many points may wait, of which a trace gets a share; more are dropped and counted
     * @param batchSize how many points are stored by one call
     * @param flushInterval how long a point of a request that goes on may wait before it is stored
     * @param shutdownTimeout how long closing may take to store what still waits; zero drops it
     * @param maxBackOff longest pause between two attempts while the store is away
     * @throws IllegalArgumentException if anything but {@code shutdownTimeout} is not greater than zero
     */
    public ExportSettings(
            int queueCapacity, int batchSize, Duration flushInterval, Duration shutdownTimeout, Duration maxBackOff) {
        this(queueCapacity, DEFAULT_QUEUE_BYTES, batchSize, flushInterval, shutdownTimeout, maxBackOff, null);
    }

    /**
     * Room for 100,000 points and 32 MB of their texts, batches of 1,000, flushed each second, five seconds to shut down.
     *
     * @return the settings of a service that sets none
     */
    public static ExportSettings defaults() {
        return new ExportSettings(100_000, 1_000, Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    /**
     * {@return the same with a file for what waits while the store is away}
     *
     * @param file which, and how large it may become; null for memory alone
     */
    public ExportSettings withSpool(@Nullable SpoolSettings file) {
        return new ExportSettings(
                queueCapacity, queueBytes, batchSize, flushInterval, shutdownTimeout, maxBackOff, file);
    }

    private static void requirePositive(String name, boolean positive) {
        if (!positive) {
            throw new IllegalArgumentException(name + " must be greater than zero");
        }
    }
}
