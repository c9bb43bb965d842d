// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.task;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * One of Spring's executors, which lets its tasks be decorated. The decorator that the application has given it, which no
 * getter tells, stays.
 *
 * @param looksAtTasks whether it may know tasks by their class
 */
record DecoratedExecutor(Object executor, Consumer<TaskDecorator> setter, BooleanSupplier looksAtTasks) {

    private static final String DECORATOR_FIELD = "taskDecorator";

    /**
     * Null, if it is none; or one that repeats what it was given, which would be in the trace for ever. A scheduler without
     * a decorator keeps its tasks in another way than one with, in order and without those that are cancelled; what stands
     * in front of an executor of the JDK's has that make the futures, as {@link AdaptedExecutor} does, unless it gets the executor
     * later, as one that looks it up does, and forgets all else but its decorator then.
     */
    static @Nullable DecoratedExecutor of(Object bean) {
        if (bean instanceof ThreadPoolTaskExecutor pool) {
            return new DecoratedExecutor(
                    pool, pool::setTaskDecorator, () -> PlainTasks.mayBeLookedAtIn(pool.getThreadPoolExecutor()));
        }
        if (bean instanceof SimpleAsyncTaskExecutor simple) {
            return new DecoratedExecutor(simple, simple::setTaskDecorator, () -> false);
        }
        return isDecorated(bean) ? ofDecorated(bean) : null;
    }

    private static boolean isDecorated(Object bean) {
        return AdaptedExecutor.is(bean)
                ? decoratorOf(bean) != null || bean instanceof InitializingBean
                : bean instanceof ThreadPoolTaskScheduler && decoratorOf(bean) != null;
    }

    private static @Nullable DecoratedExecutor ofDecorated(Object bean) {
        if (bean instanceof ThreadPoolTaskScheduler scheduler) {
            return new DecoratedExecutor(scheduler, scheduler::setTaskDecorator, () -> false);
        }
        BooleanSupplier looksAtTasks = () -> PlainTasks.mayBeLookedAtBy(AdaptedExecutor.behind(bean));
        if (bean instanceof ConcurrentTaskExecutor concurrent) {
            return new DecoratedExecutor(concurrent, concurrent::setTaskDecorator, looksAtTasks);
        }
        return bean instanceof TaskExecutorAdapter adapter
                ? new DecoratedExecutor(adapter, adapter::setTaskDecorator, looksAtTasks)
                : null;
    }

    /** Once, however often the bean is made ready. */
    void follow() {
        TaskDecorator own = decoratorOf(executor);
        if (!(own instanceof FollowingDecorator)) {
            setter.accept(new FollowingDecorator(own, looksAtTasks));
        }
    }

    private static @Nullable TaskDecorator decoratorOf(Object executor) {
        return (TaskDecorator) new DirectFieldAccessor(executor).getPropertyValue(DECORATOR_FIELD);
    }
}
