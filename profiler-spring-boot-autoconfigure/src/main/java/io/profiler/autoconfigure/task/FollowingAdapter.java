// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.task;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.springframework.core.task.support.TaskExecutorAdapter;

/** Spring's adapter, which lets tasks go on where in the trace they were given. The application's aspects may be around it. */
class FollowingAdapter extends TaskExecutorAdapter {

    private final boolean looksAtTasks;

    FollowingAdapter(Executor executor) {
        super(executor);
        this.looksAtTasks = PlainTasks.mayBeLookedAtBy(executor);
    }

    @Override
    public void execute(Runnable task) {
        super.execute(FollowedTask.of(task, looksAtTasks));
    }

    @Override
    public Future<?> submit(Runnable task) {
        return super.submit(FollowedTask.of(task, looksAtTasks));
    }

    @Override
    public <T> Future<T> submit(Callable<T> task) {
        return super.submit(FollowedTask.of(task, looksAtTasks));
    }
}
