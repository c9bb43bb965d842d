// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseListener;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells of the end of a request that nobody waits for: with what it failed for, or null. */
final class Ending implements ResponseListener {

    private final ElasticsearchConnection connection;
    private final Consumer<@Nullable RuntimeException> done;

    Ending(ElasticsearchConnection connection, Consumer<@Nullable RuntimeException> done) {
        this.connection = connection;
        this.done = done;
    }

    @Override
    public void onSuccess(Response response) {
        try {
            ElasticsearchConnection.accepted(response);
        } catch (IOException refused) {
            onFailure(refused);
            return;
        }
        done.accept(null);
    }

    @Override
    public void onFailure(Exception failed) {
        done.accept(connection.failure(failed));
    }
}
