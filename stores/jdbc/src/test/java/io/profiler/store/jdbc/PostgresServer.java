// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.servers.FreePort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/** A real PostgreSQL on a free port for the tests of a class. */
final class PostgresServer implements BeforeAllCallback, AfterAllCallback {

    private Path folder;
    private int port;
    private EmbeddedPostgres postgres;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("postgres");
        port = FreePort.any();
        start();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        postgres.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    /** Starts the server at its port, with the data that it had. */
    void start() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills the server and the processes that serve its clients. */
    void kill() {
        try {
            ProcessHandle server = ProcessHandle.of(pid()).orElseThrow();
            List<ProcessHandle> all =
                    Stream.concat(Stream.of(server), server.descendants()).toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(process -> process.onExit().join());
            // Gives back its lock on the folder; that there is nothing left to stop, it logs.
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long pid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
    }

    int port() {
        return port;
    }

    String jdbcUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }
}
