// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.r2dbc;

import io.profiler.autoconfigure.KnownStatements;
import io.profiler.trace.TracePosition;
import io.profiler.trace.TracedWork;
import io.r2dbc.spi.Connection;
import reactor.util.context.Context;

/** Gives a traced connection, and makes a span of the wait for it if that was long or in vain. */
final class CreationTeller implements SignalTeller<Connection> {

    private final TracedObjects objects;
    private final TracedWork wait;
    private final TracePosition position;
    private final long started = System.nanoTime();

    /**
     * @param wait its span
     * @param position where in the trace it is waited
     */
    CreationTeller(TracedObjects objects, TracedWork wait, TracePosition position) {
        this.objects = objects;
        this.wait = wait;
        this.position = position;
    }

    /** A factory that this one asks for a connection would trace it as well. */
    @Override
    public Context context(Context actual) {
        return actual.put(CreationTeller.class, true);
    }

    static boolean isTold(Context context) {
        return context.hasKey(CreationTeller.class);
    }

    @Override
    public Connection next(Connection connection) {
        if (System.nanoTime() - started >= KnownStatements.SHORTEST_TOLD_NANOS) {
            wait.startedAt(position, started).stop();
        }
        return objects.connection(connection);
    }

    @Override
    public void pass(Runnable signal) {
        position.run(signal);
    }

    @Override
    public void completed() {}

    @Override
    public void failed(Throwable error) {
        wait.startedAt(position, started).stop(error);
    }

    @Override
    public void cancelled() {}
}
