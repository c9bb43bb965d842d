// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.r2dbc;

import io.r2dbc.spi.Result;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** A result of which it is told when it is read, and how much is in it. */
final class TracedResult extends TracedObject {

    private final ExecutionTeller execution;
    private final TracedObjects objects;

    TracedResult(Result result, ExecutionTeller execution, TracedObjects objects) {
        super(result);
        this.execution = execution;
        this.objects = objects;
    }

    @Override
    @SuppressWarnings("unchecked")
    @Nullable
    Object traced(String method, @Nullable Object[] arguments, @Nullable Object result) {
        if (result instanceof Result filtered) {
            return objects.result(filtered, execution);
        }
        return result instanceof Publisher<?> read
                ? TracedSignals.of((Publisher<Object>) read, context -> new ReadingTeller(execution, method))
                : result;
    }
}
