// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.task;

import java.util.Objects;
import java.util.concurrent.Executor;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;

/**
 * One of Spring's executors that stands in front of one of the JDK's. As long as it has no decorator, it has that one make the
 * futures, which may be of a kind of their own, or help out while they are waited for; so it is given none.
 */
final class AdaptedExecutor {

    private static final String ADAPTER_FIELD = "adaptedExecutor";
    private static final String EXECUTOR_FIELD = "concurrentExecutor";

    private AdaptedExecutor() {}

    static boolean is(Object bean) {
        return bean instanceof TaskExecutorAdapter
                || bean instanceof ConcurrentTaskExecutor && !(bean instanceof TaskScheduler);
    }

    /** The one that it stands in front of. */
    static Executor behind(Object executor) {
        Object behind = new DirectFieldAccessor(executor).getPropertyValue(EXECUTOR_FIELD);
        return (Executor) Objects.requireNonNull(behind);
    }

    /** What is to be in its place, and follows what it is given; the executor itself, if that is enough. */
    static Object follow(Object executor) {
        if (executor.getClass() == TaskExecutorAdapter.class) {
            return new FollowingAdapter(behind(executor));
        }
        if (executor instanceof ConcurrentTaskExecutor concurrent) {
            DirectFieldAccessor fields = new DirectFieldAccessor(concurrent);
            Object adapter = fields.getPropertyValue(ADAPTER_FIELD);
            if (adapter != null && adapter.getClass() == TaskExecutorAdapter.class) {
                fields.setPropertyValue(ADAPTER_FIELD, new FollowingAdapter(concurrent.getConcurrentExecutor()));
            }
        }
        return executor;
    }
}
