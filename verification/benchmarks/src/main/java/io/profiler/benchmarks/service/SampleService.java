// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.service;

import io.profiler.benchmarks.load.Headers;
import io.profiler.benchmarks.server.ServerCommand;
import java.nio.file.Path;

/** The sample, without pools as Zaqar runs by default. */
record SampleService(Path jar) implements Service {

    @Override
    public String label() {
        return "sample";
    }

    @Override
    public ServerCommand command(int port, String database, Path folder) {
        return ServerCommand.java(
                "-jar",
                jar.toString(),
                "--server.port=" + port,
                "--sample.pooling=false",
                "--spring.mongodb.uri=" + database,
                "--profiler.hmac-keys=" + Headers.KEY,
                "--profiler.limits.requests-per-second=" + Integer.MAX_VALUE,
                "--profiler.connection-string=" + database);
    }
}
