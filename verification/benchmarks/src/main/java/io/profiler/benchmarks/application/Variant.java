// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.application;

import io.profiler.benchmarks.load.Headers;
import io.profiler.benchmarks.server.ServerCommand;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * A way to run the application.
 *
 * @param headers what its requests come with
 * @param spans how many it makes of a request
 * @param keepsAll whether no span may be missing
 * @param destination where its spans go
 * @param arguments of {@code java}, by the destination's port
 */
record Variant(
        String label,
        Headers headers,
        int spans,
        boolean keepsAll,
        Destination.Opening destination,
        IntFunction<List<String>> arguments) {

    private static final List<String> HEAP = List.of("-Xms512m", "-Xmx512m");

    /** How to run it on a port, with its spans going to another one. */
    ServerCommand command(int port, int destination) {
        return ServerCommand.java(Stream.of(
                        HEAP.stream(),
                        arguments.apply(destination).stream(),
                        Stream.of("--server.address=127.0.0.1", "--server.port=" + port))
                .flatMap(words -> words)
                .toArray(String[]::new));
    }
}
