// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.service;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How to compare.
 *
 * @param rounds how often each service is started and measured
 * @param warmUp how long it is under load at most before it is measured
 * @param measured how long it is measured, without headers and again with them
 * @param clients how many clients there are, each with a queue of its own
 * @param sample the sample's jar
 */
record Settings(int rounds, Duration warmUp, Duration measured, int clients, Path sample) {

    private static final Duration START_AND_STOP_AT_MOST = Duration.ofMinutes(7);

    static Settings ofSystemProperties() {
        return new Settings(
                Integer.getInteger("rounds", 1),
                Duration.ofSeconds(Integer.getInteger("warmUpSeconds", 240)),
                Duration.ofSeconds(Integer.getInteger("seconds", 30)),
                Integer.getInteger("clients", 16),
                Path.of(System.getProperty("sample", "sample-app/target/sample-app.jar")));
    }

    /** After which time a server stops by itself, whatever becomes of this process. */
    Duration lifetime() {
        return START_AND_STOP_AT_MOST.plus(warmUp.plus(measured).multipliedBy(2));
    }
}
