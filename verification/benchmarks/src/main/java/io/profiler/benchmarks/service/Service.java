// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.service;

import io.profiler.benchmarks.load.Headers;
import io.profiler.benchmarks.server.ServerCommand;
import java.io.IOException;
import java.nio.file.Path;

/** A queue service that serves Zaqar's API. */
interface Service {

    String label();

    /**
     * How to run it, profiler and all layers on, with the key of {@link Headers}.
     *
     * @param port where it has to listen, on the loopback interface
     * @param database where it keeps its data and its traces
     * @param folder for its files
     */
    ServerCommand command(int port, String database, Path folder) throws IOException;
}
