// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.application;

import java.time.Duration;

/**
 * How to compare.
 *
 * @param variants how many are compared, the first ones
 * @param rounds how often each variant has its turn
 * @param warmUp how long each is under load before the first round
 * @param measured how long a turn is
 * @param clients how many ask at the same time
 * @param requestsPerSecond how often all of them ask together, if the application is that fast
 */
record Settings(int variants, int rounds, Duration warmUp, Duration measured, int clients, int requestsPerSecond) {

    static Settings ofSystemProperties() {
        return new Settings(
                Integer.getInteger("variants", Variants.ALL.size()),
                Integer.getInteger("rounds", 9),
                Duration.ofSeconds(Integer.getInteger("warmUpSeconds", 30)),
                Duration.ofSeconds(Integer.getInteger("seconds", 10)),
                Integer.getInteger("clients", 8),
                Integer.getInteger("requestsPerSecond", 1_000));
    }

    /** How long a client waits from one request to the next. */
    Duration pause() {
        return Duration.ofSeconds(clients).dividedBy(requestsPerSecond);
    }

    /** Under load as before, so that what waits to be stored at the end of the turn did so at its beginning, too. */
    Duration leadIn() {
        return measured.dividedBy(10);
    }
}
