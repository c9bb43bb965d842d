// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.task;

import io.profiler.trace.TracePosition;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.TaskDecorator;

/**
 * Lets tasks go on where in the trace they were given. Tasks that repeat themselves do not, however they do it: they
 * belong to no request.
 */
final class FollowingDecorator implements TaskDecorator {

    private final @Nullable TaskDecorator own;

    private final BooleanSupplier looksAtTasks;

    /**
     * @param own what the application decorates its tasks with
     * @param looksAtTasks whether the executor may know tasks by their class
     */
    FollowingDecorator(@Nullable TaskDecorator own, BooleanSupplier looksAtTasks) {
        this.own = own;
        this.looksAtTasks = looksAtTasks;
    }

    @Override
    public Runnable decorate(Runnable task) {
        Runnable decorated = own == null ? task : own.decorate(task);
        if (task instanceof RunnableScheduledFuture<?> scheduled) {
            return FollowedTask.scheduled(decorated, scheduled.isPeriodic());
        }
        return TracePosition.current() == null ? decorated : FollowedTask.of(decorated, looksAtTasks.getAsBoolean());
    }
}
