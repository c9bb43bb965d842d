// SPDX-License-Identifier: Apache-2.0
package io.profiler.servers;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

/** A Redis process on a free port for the tests of a class; emptied before each test. */
public final class LocalRedis implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private final List<String> settings;
    private int port;
    private RedisServer process;
    private RedisClient client;
    private RedisCommands<String, String> commands;

    /**
     * @param settings lines of {@code redis.conf}
     */
    public LocalRedis(String... settings) {
        this.settings = List.of(settings);
    }

    /** Where the server is. */
    public String connectionString() {
        return "redis://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Commands of the test's own. */
    public RedisCommands<String, String> commands() {
        return commands;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        commands.flushall();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop();
    }

    /** Starts the server and connects to it. */
    public void start() {
        port = FreePort.any();
        startProcess();
        client = RedisClient.create(RedisURI.create("127.0.0.1", port));
        commands = client.connect().sync();
    }

    /** Ends the client and the server. */
    public void stop() {
        client.shutdown();
        kill();
    }

    /** Brings the server back at its port, without its data. */
    public void startProcess() {
        RedisServerBuilder server = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .setting("appendonly no")
                .onShutdownForceStop(true);
        settings.forEach(server::setting);
        try {
            process = server.build();
            process.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills the server. */
    public void kill() {
        try {
            process.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
