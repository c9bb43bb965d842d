// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.task;

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
 */
record DecoratedExecutor(Object executor, Consumer<TaskDecorator> setter) {

    private static final String DECORATOR_FIELD = "taskDecorator";

    /** Null, if it is none; or one that repeats what it was given, which would be in the trace for ever. */
    static @Nullable DecoratedExecutor of(Object bean) {
        if (bean instanceof ThreadPoolTaskExecutor pool) {
            return new DecoratedExecutor(pool, pool::setTaskDecorator);
        }
        if (bean instanceof ThreadPoolTaskScheduler scheduler) {
            return new DecoratedExecutor(scheduler, scheduler::setTaskDecorator);
        }
        if (bean instanceof SimpleAsyncTaskExecutor simple) {
            return new DecoratedExecutor(simple, simple::setTaskDecorator);
        }
        if (bean instanceof ConcurrentTaskExecutor concurrent && !(bean instanceof TaskScheduler)) {
            return new DecoratedExecutor(concurrent, concurrent::setTaskDecorator);
        }
        return bean instanceof TaskExecutorAdapter adapter
                ? new DecoratedExecutor(adapter, adapter::setTaskDecorator)
                : null;
    }

    void follow() {
        setter.accept(new FollowingDecorator(present()));
    }

    private @Nullable TaskDecorator present() {
        return (TaskDecorator) new DirectFieldAccessor(executor).getPropertyValue(DECORATOR_FIELD);
    }
}
