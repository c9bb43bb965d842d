// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.task;

import io.profiler.trace.TracePosition;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A future's task that goes on where in the trace it was given. Whoever looks at it, as a handler of what a full pool turns away,
 * finds a future, and cancels the one that is waited for.
 */
final class FollowedFuture extends FutureTask<Object> {

    private final FutureTask<?> task;
    private final TracePosition position;

    FollowedFuture(FutureTask<?> task, TracePosition position) {
        super(() -> {
            task.run();
            return task.get();
        });
        this.task = task;
        this.position = position;
    }

    @Override
    public void run() {
        position.run(super::run);
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        boolean isCancelled = task.cancel(mayInterrupt);
        super.cancel(false);
        return isCancelled;
    }

    @Override
    public boolean isCancelled() {
        return task.isCancelled();
    }

    @Override
    public boolean isDone() {
        return task.isDone();
    }

    @Override
    public Object get() throws InterruptedException, ExecutionException {
        return task.get();
    }

    @Override
    public Object get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        return task.get(timeout, unit);
    }
}
