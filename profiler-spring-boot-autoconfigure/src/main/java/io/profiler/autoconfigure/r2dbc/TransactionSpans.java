// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.r2dbc;

import io.profiler.autoconfigure.CarriedPosition;
import io.profiler.trace.TracePosition;
import io.profiler.trace.TracedWork;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.util.context.Context;

/** Puts spans around the bounds of transactions. */
final class TransactionSpans {

    private final Map<String, TracedWork> works;

    TransactionSpans(Map<String, String> source) {
        Map<String, Object> info = Map.of("db", source);
        this.works = Map.of(
                "beginTransaction", TracedWork.of("db.begin", info),
                "commitTransaction", TracedWork.of("db.commit", info),
                "rollbackTransaction", TracedWork.of("db.rollback", info));
    }

    /** What a method of a connection has returned, told of if that is the bound of a transaction. */
    Publisher<Void> traced(String method, Publisher<Void> made) {
        TracedWork work = works.get(method);
        return work == null ? made : TracedSignals.of(made, context -> teller(work, context));
    }

    private static @Nullable SignalTeller<Void> teller(TracedWork work, Context context) {
        TracePosition position = CarriedPosition.in(context);
        return position == null ? null : new SpanTeller<>(work.startAt(position), position);
    }
}
