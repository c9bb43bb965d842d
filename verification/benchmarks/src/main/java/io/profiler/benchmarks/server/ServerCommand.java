// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How to run a server. */
public record ServerCommand(List<String> words, Map<String, String> environment) {

    public static ServerCommand of(String... words) {
        return new ServerCommand(List.of(words), Map.of());
    }

    /** A command of the JDK that runs this process. */
    public static ServerCommand java(String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(Arrays.asList(arguments));
        return new ServerCommand(words, Map.of());
    }

    public ServerCommand with(String variable, String value) {
        return new ServerCommand(words, Map.of(variable, value));
    }

    /** How to run a server that is told its port. */
    public interface OfPort {

        ServerCommand on(int port) throws IOException;
    }
}
