// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * A client of the profiler's own, made when it is first needed: an application that nobody profiles holds no connection
 * and no threads. Thread-safe.
 */
final class OwnClient implements AutoCloseable {

    private final ElasticsearchAddress address;
    private final Duration connectTimeout;
    private volatile @Nullable Rest5Client client;
    private volatile boolean closed;

    OwnClient(ElasticsearchAddress address, Duration connectTimeout) {
        this.address = address;
        this.connectTimeout = connectTimeout;
    }

    Rest5Client get() throws IOException, GeneralSecurityException {
        Rest5Client made = client;
        return made == null ? make() : made;
    }

    private synchronized Rest5Client make() throws IOException, GeneralSecurityException {
        if (closed) {
            throw new IOException("the connection is closed");
        }
        Rest5Client made = client;
        if (made == null) {
            made = RestClients.to(address, connectTimeout);
            client = made;
        }
        return made;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        Rest5Client made = client;
        if (made != null) {
            closeQuietly(made);
        }
    }

    private static void closeQuietly(Rest5Client client) {
        try {
            client.close();
        } catch (IOException e) {
            LoggerFactory.getLogger(OwnClient.class).debug("Closing failed", e);
        }
    }
}
