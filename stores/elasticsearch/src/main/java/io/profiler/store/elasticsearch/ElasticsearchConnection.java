// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.backend.TracePointJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;

/**
 * A client of the profiler's own, made when it is first needed: an application that nobody profiles holds no connection
 * and no threads.
 */
final class ElasticsearchConnection implements AutoCloseable {

    private static final ContentType JSON_LINES = ContentType.create("application/x-ndjson", StandardCharsets.UTF_8);

    private final ConnectionString connectionString;
    private final ElasticsearchAddress address;
    private final Duration connectTimeout;

    private volatile @Nullable Rest5Client client;
    private boolean closed;

    private ElasticsearchConnection(
            ConnectionString connectionString, ElasticsearchAddress address, Duration connectTimeout) {
        this.connectionString = connectionString;
        this.address = address;
        this.connectTimeout = connectTimeout;
    }

    /**
     * @throws InvalidConnectionStringException if it cannot be read
     */
    static ElasticsearchConnection to(ConnectionString connectionString, StoreOptions options) {
        ElasticsearchAddress address = ElasticsearchAddress.of(connectionString);
        return new ElasticsearchConnection(connectionString, address, options.connectTimeout());
    }

    /**
     * Sends an object, and gives back the one that answers it.
     *
     * @throws RefusedException if the server answers that it will not do it
     * @throws StoreUnavailableException if there is no answer
     */
    Map<String, @Nullable Object> send(String method, String path, Map<String, ? extends @Nullable Object> body) {
        return send(method, path, new StringEntity(TracePointJson.write(body), ContentType.APPLICATION_JSON));
    }

    /**
     * Sends a request without a body.
     *
     * @throws RefusedException if the server answers that it will not do it
     * @throws StoreUnavailableException if there is no answer
     */
    Map<String, @Nullable Object> send(String method, String path) {
        return send(method, path, (HttpEntity) null);
    }

    /**
     * Sends the lines of a bulk request.
     *
     * @throws RefusedException if the server answers that it will not do any of it
     * @throws StoreUnavailableException if there is no answer
     */
    Map<String, @Nullable Object> sendLines(String path, String lines) {
        return send("POST", path, new StringEntity(lines, JSON_LINES));
    }

    private Map<String, @Nullable Object> send(String method, String path, @Nullable HttpEntity body) {
        Request request = RestClients.request(method, path);
        if (body != null) {
            request.setEntity(body);
        }
        try {
            return members(accepted(answer(client(), request)));
        } catch (ResponseException refused) {
            throw new RefusedException(this, refused);
        } catch (IOException | ParseException | GeneralSecurityException unavailable) {
            throw new StoreUnavailableException(
                    this + " does not answer: " + Causes.inOneLine(unavailable, address.tls()), unavailable);
        }
    }

    /** What the client throws unchecked is its connection's state, too; what we do wrong ourselves is not. */
    private static Response answer(Rest5Client client, Request request) throws IOException {
        try {
            return client.performRequest(request);
        } catch (RuntimeException ofClient) {
            throw new IOException(ofClient);
        }
    }

    /** The client takes everything below 500 for success. */
    private static Response accepted(Response response) throws IOException {
        if (response.getStatusCode() >= 400) {
            throw new ResponseException(response);
        }
        return response;
    }

    private static Map<String, @Nullable Object> members(Response response) throws IOException, ParseException {
        try {
            return TracePointJson.readMembers(EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException foreign) {
            throw new IOException("it does not speak Elasticsearch's protocol", foreign);
        }
    }

    private Rest5Client client() throws IOException, GeneralSecurityException {
        Rest5Client made = client;
        return made == null ? makeClient() : made;
    }

    private synchronized Rest5Client makeClient() throws IOException, GeneralSecurityException {
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
            org.slf4j.LoggerFactory.getLogger(ElasticsearchConnection.class).debug("Closing failed", e);
        }
    }

    @Override
    public String toString() {
        return connectionString.toString();
    }
}
