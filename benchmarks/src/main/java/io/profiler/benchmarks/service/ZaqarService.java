// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Zaqar, as Debian packages it. */
enum ZaqarService implements Service {

    /** By its own command, which serves one request at a time. */
    ALONE("zaqar-server") {
        @Override
        ServerCommand command(int port, Path folder) {
            return ServerCommand.of("/usr/bin/python3", folder.resolve(SCRIPT).toString());
        }
    },

    /** Under Gunicorn, with as many processes as Gunicorn recommends. */
    UNDER_GUNICORN("Gunicorn, " + processes() + " processes") {
        @Override
        ServerCommand command(int port, Path folder) {
            return ServerCommand.of(
                    "gunicorn",
                    "--chdir=" + folder,
                    "--bind=127.0.0.1:" + port,
                    "--workers=" + processes(),
                    "zaqar_application:application()");
        }
    };

    private static final String SCRIPT = "zaqar_application.py";
    private static final String CONFIGURATION = "zaqar.conf";

    private final String host;

    ZaqarService(String host) {
        this.host = host;
    }

    private static int processes() {
        return 2 * Runtime.getRuntime().availableProcessors() + 1;
    }

    @Override
    public String label() {
        return "Zaqar (" + host + ")";
    }

    @Override
    public ServerCommand command(int port, String database, Path folder) throws IOException {
        String configuration = resource(CONFIGURATION)
                .replace("${port}", String.valueOf(port))
                .replace("${database}", database)
                .replace("${key}", KEY);
        Files.writeString(folder.resolve(CONFIGURATION), configuration);
        Files.writeString(folder.resolve(SCRIPT), resource(SCRIPT));
        return command(port, folder)
                .with("ZAQAR_CONF", folder.resolve(CONFIGURATION).toString());
    }

    abstract ServerCommand command(int port, Path folder);

    private static String resource(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(ZaqarService.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
