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
import io.profiler.store.backend.FailureText;
import io.profiler.store.backend.TracePointJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.core5.http.ContentTooLongException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;

/** Asks the server, and tells what it refuses from its being away. Thread-safe. */
final class ElasticsearchConnection implements AutoCloseable {

    private static final ContentType JSON_LINES = ContentType.create("application/x-ndjson", StandardCharsets.UTF_8);

    private final ConnectionString connectionString;
    private final ElasticsearchAddress address;
    private final OwnClient client;

    private ElasticsearchConnection(
            ConnectionString connectionString, ElasticsearchAddress address, Duration connectTimeout) {
        this.connectionString = connectionString;
        this.address = address;
        this.client = new OwnClient(address, connectTimeout);
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
        return send(method, path, body, Integer.MAX_VALUE);
    }

    /**
     * The same, if the answer is not too long.
     *
     * @throws LongAnswerException if it has more bytes than that
     */
    Map<String, @Nullable Object> send(
            String method, String path, Map<String, ? extends @Nullable Object> body, int answerBytes) {
        return answered(RestClients.request(method, path, answerBytes), json(body));
    }

    private static HttpEntity json(Map<String, ? extends @Nullable Object> body) {
        return new StringEntity(TracePointJson.write(body), ContentType.APPLICATION_JSON);
    }

    /** Sends an object, and does not wait for the one that answers it: mostly a thread of the client's brings that. */
    CompletableFuture<Map<String, @Nullable Object>> sendLater(
            String method, String path, Map<String, ? extends @Nullable Object> body) {
        Request request = RestClients.request(method, path, Integer.MAX_VALUE);
        request.setEntity(json(body));
        Ending ending = new Ending(this);
        try {
            client.get().performRequestAsync(request, ending);
        } catch (IOException | GeneralSecurityException | RuntimeException unsent) {
            ending.onFailure(unsent);
        }
        return ending.answer();
    }

    /**
     * Sends a request without a body.
     *
     * @throws RefusedException if the server answers that it will not do it
     * @throws StoreUnavailableException if there is no answer
     */
    Map<String, @Nullable Object> send(String method, String path) {
        return answered(RestClients.request(method, path, Integer.MAX_VALUE), null);
    }

    /**
     * Sends the lines of a bulk request.
     *
     * @throws RefusedException if the server answers that it will not do any of it
     * @throws StoreUnavailableException if there is no answer
     */
    Map<String, @Nullable Object> sendLines(String path, String lines) {
        return answered(RestClients.request("POST", path, Integer.MAX_VALUE), new StringEntity(lines, JSON_LINES));
    }

    private Map<String, @Nullable Object> answered(Request request, @Nullable HttpEntity body) {
        if (body != null) {
            request.setEntity(body);
        }
        try {
            return members(accepted(answer(client.get(), request)));
        } catch (IOException | ParseException | GeneralSecurityException failed) {
            throw failure(failed);
        }
    }

    /** What a request failed for. */
    RuntimeException failure(Exception failed) {
        if (failed instanceof ResponseException refused) {
            return new RefusedException(this, refused);
        }
        return FailureText.causes(failed).anyMatch(ContentTooLongException.class::isInstance)
                ? new LongAnswerException(failed)
                : new StoreUnavailableException(
                        this + " does not answer: " + Causes.inOneLine(failed, address.tls()), failed);
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
    static Response accepted(Response response) throws IOException {
        if (response.getStatusCode() >= 400) {
            throw new ResponseException(response);
        }
        return response;
    }

    static Map<String, @Nullable Object> members(Response response) throws IOException, ParseException {
        try {
            return TracePointJson.readMembers(EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException foreign) {
            throw new IOException("it does not speak Elasticsearch's protocol", foreign);
        }
    }

    boolean isClosed() {
        return client.isClosed();
    }

    @Override
    public void close() {
        client.close();
    }

    @Override
    public String toString() {
        return connectionString.toString();
    }
}
