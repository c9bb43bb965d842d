// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.r2dbc;

import io.profiler.autoconfigure.CarriedPosition;
import io.profiler.autoconfigure.Guard;
import io.profiler.trace.TracePosition;
import io.profiler.trace.TracedWork;
import io.r2dbc.spi.Connection;
import java.util.Map;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.util.context.Context;

/** Gives traced connections to profiled requests, and to all others what they would get anyway. */
final class ConnectionFactoryAdvice implements MethodInterceptor {

    private static final String CREATE = "create";

    private final TracedObjects objects;
    private final TracedWork wait;

    ConnectionFactoryAdvice(TracedObjects objects, Map<String, String> source) {
        this.objects = objects;
        this.wait = TracedWork.of("db.connection", Map.of("db", source));
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        Object result = invocation.proceed();
        return invocation.getMethod().getName().equals(CREATE) && result instanceof Publisher<?> connections
                ? traced((Publisher<Connection>) connections)
                : result;
    }

    private Publisher<Connection> traced(Publisher<Connection> connections) {
        Publisher<Connection> traced = Guard.call(() -> TracedSignals.of(connections, this::teller));
        return traced == null ? connections : traced;
    }

    private @Nullable SignalTeller<Connection> teller(Context context) {
        if (CreationTeller.isTold(context)) {
            return null;
        }
        TracePosition position = CarriedPosition.in(context);
        return position == null ? UnprofiledTeller.INSTANCE : new CreationTeller(objects, wait, position);
    }
}
