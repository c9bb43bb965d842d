// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.r2dbc;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Statement;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** A connection whose statements and transactions are traced. */
final class TracedConnection extends TracedObject {

    private final TracedObjects objects;
    private final TransactionSpans transactions;

    TracedConnection(Connection connection, TracedObjects objects, TransactionSpans transactions) {
        super(connection);
        this.objects = objects;
        this.transactions = transactions;
    }

    @Override
    @SuppressWarnings("unchecked")
    @Nullable
    Object traced(String method, @Nullable Object[] arguments, @Nullable Object result) {
        if (result instanceof Statement statement && arguments[0] instanceof String text) {
            return objects.statement(statement, text);
        }
        if (result instanceof Batch batch) {
            return objects.batch(batch);
        }
        return result instanceof Publisher<?> made ? transactions.traced(method, (Publisher<Void>) made) : result;
    }
}
