// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, on the loopback interface. It stops with this object, or when its time is over. */
public final class ServerProcess implements AutoCloseable {

    private static final Duration START_AT_MOST = Duration.ofMinutes(3);
    private static final Duration STOP_AT_MOST = Duration.ofSeconds(20);
    private static final int CONNECT_MILLIS = 1_000;

    private final Process process;
    private final int port;
    private final Thread stopAtExit;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
        this.stopAtExit = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(stopAtExit);
    }

    /** Starts a server, and returns when its port is open. */
    public static ServerProcess start(ServerCommand command, int port, Duration lifetime, Path log)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("timeout", "--kill-after=10", lifetime.toSeconds() + "s"));
        words.addAll(command.words());
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(command.environment());
        ServerProcess server = new ServerProcess(builder.start(), port);
        try {
            server.awaitOpen();
            return server;
        } catch (IOException e) {
            server.close();
            throw new IOException(command.words() + " does not start:\n" + Files.readString(log), e);
        }
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitOpen() throws IOException, InterruptedException {
        long giveUp = System.nanoTime() + START_AT_MOST.toNanos();
        while (!isOpen()) {
            if (!process.isAlive() || System.nanoTime() > giveUp) {
                throw new IOException("nobody listens on port " + port);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private boolean isOpen() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** The time that its processes have had a processor for. */
    public Duration cpuTime() {
        return process.descendants()
                .flatMap(child -> child.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_AT_MOST.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(stopAtExit);
    }
}
