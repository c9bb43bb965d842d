// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.r2dbc;

import io.profiler.autoconfigure.KnownStatements;
import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Result;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** A batch of different statements whose execution is traced. */
final class TracedBatch extends TracedObject {

    private final Executions executions;
    private final List<String> shown = new ArrayList<>();
    private int added;

    TracedBatch(Batch batch, Executions executions) {
        super(batch);
        this.executions = executions;
    }

    @Override
    @SuppressWarnings("unchecked")
    @Nullable
    Object traced(String method, @Nullable Object[] arguments, @Nullable Object result) {
        if (method.equals("add") && arguments[0] instanceof String text) {
            add(text);
        }
        return method.equals("execute") && result instanceof Publisher<?> results
                ? executions.traced((Publisher<Result>) results, new Executed(String.join(";\n", shown), null, added))
                : result;
    }

    private void add(String text) {
        added++;
        if (added <= KnownStatements.SHOWN_TOGETHER) {
            shown.add(text);
        }
    }
}
