// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.model.BrokerModel;

/** A broker that speaks AMQP 0-9-1 and keeps everything in memory, in a process of its own. */
public final class MessageBroker {

    private MessageBroker() {}

    /** The arguments are the port to listen on, and a folder for its files. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        Path configuration = folder.resolve("broker.json");
        Files.writeString(configuration, configuration().formatted(BrokerModel.MODEL_VERSION, args[0]));
        new SystemLauncher()
                .startup(Map.of(
                        "type",
                        "Memory",
                        "initialConfigurationLocation",
                        configuration.toUri().toString(),
                        "context",
                        Map.of("qpid.work_dir", folder.toString())));
    }

    private static String configuration() throws IOException {
        try (InputStream stream = Objects.requireNonNull(MessageBroker.class.getResourceAsStream("broker.json"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** How to run one on a port. */
    public static ServerCommand command(int port, Path folder) {
        return ServerCommand.java(
                "-cp",
                System.getProperty("java.class.path"),
                MessageBroker.class.getName(),
                String.valueOf(port),
                folder.toString());
    }
}
