// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.r2dbc;

import io.profiler.trace.Span;
import io.profiler.trace.TracePosition;
import io.profiler.trace.TracedStatement;
import io.r2dbc.spi.Result;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Ends the span of an execution when no more results come, and none of those that came is being read: much of what a
 * database does, and most of what it refuses, is told while they are.
 */
final class ExecutionTeller implements SignalTeller<Result> {

    private final Span span;
    private final TracePosition position;
    private final int batch;
    private final TracedObjects objects;

    private final AtomicBoolean over = new AtomicBoolean();

    /** The execution itself, the results that are read, and the signal that is passed on. */
    private final AtomicInteger open = new AtomicInteger(1);

    private final LongAdder returned = new LongAdder();
    private final LongAdder updated = new LongAdder();
    private volatile boolean counted;
    private volatile boolean answered;
    private volatile @Nullable Throwable error;

    /**
     * @param position where the execution is
     * @param batch how many executions were sent at once, 0 if it is no batch
     */
    ExecutionTeller(Span span, TracePosition position, int batch, TracedObjects objects) {
        this.span = span;
        this.position = position;
        this.batch = batch;
        this.objects = objects;
    }

    @Override
    public Result next(Result result) {
        answered = true;
        return objects.result(result, this);
    }

    /** Who wants the first result alone cancels while that is passed on, before reading it. */
    @Override
    public void pass(Runnable signal) {
        opened();
        try {
            position.run(signal);
        } finally {
            closed();
        }
    }

    @Override
    public void completed() {
        noMore();
    }

    @Override
    public void failed(Throwable failure) {
        error = failure;
        end();
    }

    @Override
    public void cancelled() {
        if (answered) {
            noMore();
        } else {
            span.stop(SpanTeller.CANCELLED);
        }
    }

    /** No more results come. */
    private void noMore() {
        if (over.compareAndSet(false, true)) {
            closed();
        }
    }

    /** Somebody begins to read a result. */
    void opened() {
        open.incrementAndGet();
    }

    void returned() {
        returned.increment();
    }

    void updated(long rows) {
        counted = true;
        updated.add(rows);
    }

    void refused(Throwable failure) {
        error = failure;
        closed();
    }

    void closed() {
        if (open.decrementAndGet() == 0) {
            end();
        }
    }

    private void end() {
        Throwable failure = error;
        if (failure == null) {
            TracedStatement.stop(span, counts());
        } else if (batch == 0) {
            span.stop(failure);
        } else {
            span.stop(failure, Map.of(Executions.MEMBER, Map.of("batch", batch)));
        }
    }

    private Map<String, Number> counts() {
        Map<String, Number> counts = new LinkedHashMap<>();
        if (counted) {
            counts.put("updated", updated.sum());
        } else if (answered) {
            counts.put("returned", returned.sum());
        }
        if (batch > 0) {
            counts.put("batch", batch);
        }
        return counts;
    }
}
