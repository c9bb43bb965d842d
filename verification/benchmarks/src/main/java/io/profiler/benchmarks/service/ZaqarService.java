// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.service;

import io.profiler.benchmarks.load.Headers;
import io.profiler.benchmarks.server.ServerCommand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Zaqar, as Debian packages it, under Gunicorn with as many processes as Gunicorn recommends. Its own command serves one
 * request at a time, and closes connections of as many clients unanswered.
 */
record ZaqarService() implements Service {

    private static final int PROCESSES = 2 * Runtime.getRuntime().availableProcessors() + 1;

    @Override
    public String label() {
        return "Zaqar, %s processes".formatted(PROCESSES);
    }

    @Override
    public ServerCommand command(int port, String database, Path folder) throws IOException {
        Files.writeString(folder.resolve("zaqar_application.py"), resource("zaqar_application.py"));
        Path configuration = folder.resolve("zaqar.conf");
        Files.writeString(
                configuration,
                resource("zaqar.conf").replace("${database}", database).replace("${key}", Headers.KEY));
        return ServerCommand.of(
                        "gunicorn",
                        "--chdir=" + folder,
                        "--bind=127.0.0.1:" + port,
                        "--workers=" + PROCESSES,
                        "zaqar_application:app")
                .with("ZAQAR_CONF", configuration.toString());
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(ZaqarService.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
