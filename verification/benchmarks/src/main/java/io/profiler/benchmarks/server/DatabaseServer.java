// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.server;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A server that speaks MongoDB's protocol and keeps everything in memory, in a process of its own. */
public final class DatabaseServer {

    private DatabaseServer() {}

    /** The only argument is the port to listen on. */
    public static void main(String[] args) {
        new MongoServer(new MemoryBackend())
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])));
    }

    /** How to run one on a port. */
    public static ServerCommand command(int port) {
        return ServerCommand.java(
                "-cp", System.getProperty("java.class.path"), DatabaseServer.class.getName(), String.valueOf(port));
    }
}
