// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.task;

import java.util.concurrent.RunnableScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.TaskDecorator;

/**
 * Lets tasks go on where in the trace they were given. Tasks that repeat themselves do not, however they do it: they
 * belong to no request.
 */
final class FollowingDecorator implements TaskDecorator {

    private final @Nullable TaskDecorator own;

    /**
     * @param own what the application decorates its tasks with
     */
    FollowingDecorator(@Nullable TaskDecorator own) {
        this.own = own;
    }

    @Override
    public Runnable decorate(Runnable task) {
        Runnable decorated = own == null ? task : own.decorate(task);
        return task instanceof RunnableScheduledFuture<?> scheduled
                ? FollowedTask.scheduled(decorated, scheduled.isPeriodic())
                : FollowedTask.of(decorated);
    }
}
