// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.task;

import java.util.concurrent.PriorityBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * One of Spring's executors, which lets its tasks be decorated. The decorator that the application has given it, which no
 * getter tells, stays.
 *
 * @param ordersTasks whether its queue may compare tasks with each other, as it knows them
 */
record DecoratedExecutor(Object executor, Consumer<TaskDecorator> setter, BooleanSupplier ordersTasks) {

    private static final String DECORATOR_FIELD = "taskDecorator";

    /**
     * Null, if it is none; or one that repeats what it was given, which would be in the trace for ever. A scheduler without
     * a decorator keeps its tasks in another way than one with, in order and without those that are cancelled.
     */
    static @Nullable DecoratedExecutor of(Object bean) {
        if (bean instanceof ThreadPoolTaskExecutor pool) {
            return new DecoratedExecutor(pool, pool::setTaskDecorator, () -> ordersTasks(pool));
        }
        if (bean instanceof ThreadPoolTaskScheduler scheduler && decoratorOf(scheduler) != null) {
            return new DecoratedExecutor(scheduler, scheduler::setTaskDecorator, () -> false);
        }
        if (bean instanceof SimpleAsyncTaskExecutor simple) {
            return new DecoratedExecutor(simple, simple::setTaskDecorator, () -> false);
        }
        if (bean instanceof ConcurrentTaskExecutor concurrent && !(bean instanceof TaskScheduler)) {
            return new DecoratedExecutor(concurrent, concurrent::setTaskDecorator, () -> false);
        }
        return bean instanceof TaskExecutorAdapter adapter
                ? new DecoratedExecutor(adapter, adapter::setTaskDecorator, () -> false)
                : null;
    }

    void follow() {
        setter.accept(new FollowingDecorator(decoratorOf(executor), ordersTasks));
    }

    /** Nobody knows what a queue of the application's own does with them. */
    private static boolean ordersTasks(ThreadPoolTaskExecutor pool) {
        Class<?> queue = pool.getThreadPoolExecutor().getQueue().getClass();
        return queue == PriorityBlockingQueue.class || !queue.getName().startsWith("java.util.concurrent.");
    }

    private static @Nullable TaskDecorator decoratorOf(Object executor) {
        return (TaskDecorator) new DirectFieldAccessor(executor).getPropertyValue(DECORATOR_FIELD);
    }
}
