// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.r2dbc;

import io.profiler.autoconfigure.CarriedPosition;
import io.r2dbc.spi.Connection;

/** Tells nothing: a connection that a profiled request gives back to its pool may be passed on at once, to a request that is not. */
enum UnprofiledTeller implements SignalTeller<Connection> {
    INSTANCE;

    @Override
    public void pass(Runnable signal) {
        CarriedPosition.pass(null, signal);
    }

    @Override
    public void completed() {}

    @Override
    public void failed(Throwable error) {}

    @Override
    public void cancelled() {}
}
