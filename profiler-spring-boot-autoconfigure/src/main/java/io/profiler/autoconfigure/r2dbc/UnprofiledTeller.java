// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.r2dbc;

import io.profiler.trace.TracePosition;
import io.profiler.trace.TracedMethod;
import io.r2dbc.spi.Connection;

/** Tells nothing: a connection that a profiled request gives back to its pool may be passed on at once, to a request that is not. */
enum UnprofiledTeller implements SignalTeller<Connection> {
    INSTANCE;

    @Override
    public void pass(Runnable signal) {
        if (TracedMethod.isThreadProfiled()) {
            passNowhere(signal);
        } else {
            signal.run();
        }
    }

    private static void passNowhere(Runnable signal) {
        TracePosition before = TracePosition.current();
        TracePosition.set(null);
        try {
            signal.run();
        } finally {
            TracePosition.set(before);
        }
    }

    @Override
    public void completed() {}

    @Override
    public void failed(Throwable error) {}

    @Override
    public void cancelled() {}
}
