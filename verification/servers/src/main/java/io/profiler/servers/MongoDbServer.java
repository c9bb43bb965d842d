// SPDX-License-Identifier: Apache-2.0
package io.profiler.servers;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server that speaks MongoDB's protocol for the tests of a class: the one at {@code MONGODB_URI} if that is set, else
 * an embedded one on a free port. The database {@code osprofiler} is dropped before each test.
 */
public final class MongoDbServer implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    /** Takes the server's place for some commands. */
    @FunctionalInterface
    public interface Interference {

        /**
         * @return the reply, or null to let the server do as usual
         * @throws de.bwaldvogel.mongo.exception.MongoServerError to refuse
         */
        Document reply(String command, Document query);
    }

    private static final Interference NONE = (command, query) -> null;
    private static final String EXTERNAL = System.getenv("MONGODB_URI");

    private MongoServer embedded;
    private int port;
    private String connectionString;
    private MongoClient client;
    private volatile Interference interference = NONE;

    /** Until the end of the test; skips the test if the server is MongoDB itself. */
    public void interfere(Interference interference) {
        Assumptions.assumeFalse(isExternal(), "MongoDB itself cannot be made to answer otherwise");
        this.interference = interference;
    }

    /** Where the server is, as a MongoDB connection string. */
    public String connectionString() {
        return connectionString;
    }

    /** A client of the test's own. */
    public MongoClient client() {
        return client;
    }

    /** Whether the server is MongoDB itself. */
    public static boolean isExternal() {
        return EXTERNAL != null;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        interference = NONE;
        client.getDatabase("osprofiler").drop();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop();
    }

    /** Starts the server outside of JUnit's lifecycle. */
    public void start() {
        connectionString = EXTERNAL != null ? EXTERNAL : "mongodb://127.0.0.1:" + bind(0);
        client = MongoClients.create(connectionString);
    }

    private int bind(int port) {
        embedded = new MongoServer(new HelloBackend());
        embedded.bind(new InetSocketAddress("127.0.0.1", port));
        return embedded.getLocalAddress().getPort();
    }

    /** Kills the server; skips the test if the server is MongoDB itself. */
    public void kill() {
        Assumptions.assumeFalse(isExternal(), "MongoDB itself is not this test's to kill");
        port = embedded.getLocalAddress().getPort();
        embedded.shutdownNow();
    }

    /** Brings the server that was killed back at its port, without its data. */
    public void revive() {
        bind(port);
        client.close();
        client = MongoClients.create(connectionString);
    }

    /** Stops the server and forgets its data. */
    public void stop() {
        client.close();
        if (embedded != null) {
            embedded.shutdownNow();
        }
    }

    private final class HelloBackend extends MemoryBackend {

        @Override
        public Document handleCommand(Channel channel, String database, String command, Document query) {
            Document replaced = interference.reply(command, query);
            if (replaced != null) {
                return replaced;
            }
            boolean hello = command.equalsIgnoreCase("hello");
            Document reply = super.handleCommand(channel, database, hello ? "ismaster" : command, query);
            if (hello) {
                reply.put("isWritablePrimary", true);
            }
            return reply;
        }
    }
}
