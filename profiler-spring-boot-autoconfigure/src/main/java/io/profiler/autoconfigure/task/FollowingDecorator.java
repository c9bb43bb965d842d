// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.task;

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

    private final BooleanSupplier ordersTasks;

    /**
     * @param own what the application decorates its tasks with
     * @param ordersTasks whether the executor compares tasks with each other, as it knows them
     */
    FollowingDecorator(@Nullable TaskDecorator own, BooleanSupplier ordersTasks) {
        this.own = own;
        this.ordersTasks = ordersTasks;
    }

    @Override
    public Runnable decorate(Runnable task) {
        Runnable decorated = own == null ? task : own.decorate(task);
        if (task instanceof RunnableScheduledFuture<?> scheduled) {
            return FollowedTask.scheduled(decorated, scheduled.isPeriodic());
        }
        Runnable followed = FollowedTask.of(decorated);
        return followed == decorated || ordersTasks.getAsBoolean() ? decorated : followed;
    }
}
