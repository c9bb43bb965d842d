// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.r2dbc;

import io.profiler.autoconfigure.CarriedPosition;
import io.profiler.autoconfigure.KnownStatements;
import io.profiler.trace.TracePosition;
import io.r2dbc.spi.Result;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.util.context.Context;

/** Puts a span around each execution of a statement, from its subscription on. */
final class Executions {

    static final String MEMBER = "db";

    private final KnownStatements statements;
    private final TracedObjects objects;

    Executions(Map<String, String> source, TracedObjects objects) {
        this.statements = new KnownStatements(source);
        this.objects = objects;
    }

    Publisher<Result> traced(Publisher<Result> results, Executed executed) {
        return TracedSignals.of(results, context -> teller(executed, context));
    }

    private @Nullable SignalTeller<Result> teller(Executed executed, Context context) {
        TracePosition position = CarriedPosition.in(context);
        return position == null
                ? null
                : new ExecutionTeller(
                        statements.of(executed.text()).startAt(position, executed.parameters()),
                        position,
                        executed.batch(),
                        objects);
    }
}
