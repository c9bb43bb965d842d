// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.mongodb;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/**
 * A server that speaks MongoDB's protocol inside this process. It knows neither users nor encryption, so it listens on
 * the loopback interface only. It keeps its data in one file, which one process can open at a time,
 * and which its owner alone may read: traces are in it.
 */
final class EmbeddedMongoDb implements AutoCloseable {

    /** How much of the latest writes a killed process may lose. */
    private static final int AUTO_COMMIT_DELAY_MILLIS = 100;

    private final MongoServer server;

    private EmbeddedMongoDb(MongoServer server) {
        this.server = server;
    }

    /** Opens the file, which is created if needed, and listens; port 0 stands for any free port. */
    static EmbeddedMongoDb start(Path file, int port) {
        MongoServer server = new MongoServer(new HelloBackend(open(file.toAbsolutePath())));
        try {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return new EmbeddedMongoDb(server);
        } catch (Exception e) { // bind throws a BindException that it does not declare
            server.shutdownNow();
            throw EmbeddedMongoDbException.portUnavailable(port, e);
        }
    }

    private static MVStore open(Path file) {
        try {
            PrivateFile.create(file);
            MVStore store =
                    new MVStore.Builder().fileName(file.toString()).compress().open();
            store.setAutoCommitDelay(AUTO_COMMIT_DELAY_MILLIS);
            return store;
        } catch (IOException | RuntimeException e) {
            throw EmbeddedMongoDbException.fileUnusable(file, e);
        }
    }

    /** Where the server listens. */
    InetSocketAddress address() {
        return server.getLocalAddress();
    }

    /** Stops listening and writes everything to the file. */
    @Override
    public void close() {
        server.shutdown();
    }
}
