// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseListener;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.core5.http.ParseException;
import org.jspecify.annotations.Nullable;

/** The answer to a request that nobody waits for, or what it failed for. */
final class Ending implements ResponseListener {

    private final ElasticsearchConnection connection;
    private final CompletableFuture<Map<String, @Nullable Object>> answer = new CompletableFuture<>();

    Ending(ElasticsearchConnection connection) {
        this.connection = connection;
    }

    CompletableFuture<Map<String, @Nullable Object>> answer() {
        return answer;
    }

    @Override
    public void onSuccess(Response response) {
        try {
            answer.complete(ElasticsearchConnection.members(ElasticsearchConnection.accepted(response)));
        } catch (IOException | ParseException | RuntimeException refused) {
            onFailure(refused);
        }
    }

    @Override
    public void onFailure(Exception failed) {
        answer.completeExceptionally(connection.failure(failed));
    }
}
