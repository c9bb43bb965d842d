// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.r2dbc;

import java.util.concurrent.atomic.AtomicBoolean;

/** Tells an execution of the reading of one of its results. */
final class ReadingTeller implements SignalTeller<Object> {

    private final ExecutionTeller execution;
    private final boolean rows;
    private final boolean counts;
    private final AtomicBoolean ended = new AtomicBoolean();

    /**
     * @param method of the result by which it is read
     */
    ReadingTeller(ExecutionTeller execution, String method) {
        this.execution = execution;
        this.rows = method.equals("map");
        this.counts = method.equals("getRowsUpdated");
        execution.opened();
    }

    @Override
    public Object next(Object value) {
        if (rows) {
            execution.returned();
        } else if (counts && value instanceof Number updated) {
            execution.updated(updated.longValue());
        }
        return value;
    }

    @Override
    public void pass(Runnable signal) {
        execution.pass(signal);
    }

    @Override
    public void completed() {
        if (ended.compareAndSet(false, true)) {
            execution.closed();
        }
    }

    @Override
    public void failed(Throwable error) {
        if (ended.compareAndSet(false, true)) {
            execution.refused(error);
        }
    }

    @Override
    public void cancelled() {
        completed();
    }
}
