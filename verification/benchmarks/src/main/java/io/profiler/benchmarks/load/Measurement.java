// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.load;

import io.profiler.benchmarks.server.ServerProcess;
import java.time.Duration;

/**
 * How a service did under load.
 *
 * @param requests how many it answered
 * @param cpuMillis the time of a processor that it took for one of them, which does not depend on what else there is to do
 */
public record Measurement(long requests, double requestsPerSecond, double cpuMillis) {

    public static Measurement of(ServerProcess server, Load load, Duration duration) throws InterruptedException {
        Duration before = server.cpuTime();
        Load.Result result = load.run(duration);
        double cpuMillis = server.cpuTime().minus(before).toNanos() / 1e6;
        return new Measurement(result.requests(), result.requestsPerSecond(), cpuMillis / result.requests());
    }
}
