// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.task;

import io.profiler.trace.TracePosition;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Tasks that go on where in the trace they were given, and leave nothing on the thread that runs them. */
final class FollowedTask {

    /** The place that a scheduler has given the thread's task. */
    private static final ThreadLocal<@Nullable TracePosition> SCHEDULED_AT = new ThreadLocal<>();

    private FollowedTask() {}

    /** A future stays one to whoever looks at it. */
    static Runnable of(Runnable task) {
        TracePosition position = TracePosition.current();
        if (position == null) {
            return task;
        }
        return task.getClass() == FutureTask.class
                ? new FollowedFuture((FutureTask<?>) task, position)
                : () -> position.run(task);
    }

    static <T> Callable<T> of(Callable<T> task) {
        TracePosition position = TracePosition.current();
        return position == null ? task : () -> position.call(task);
    }

    /** The same, but for one that its executor may know by its class. */
    static Runnable of(Runnable task, boolean isLookedAt) {
        Runnable followed = of(task);
        boolean isKnown = isLookedAt && !PlainTasks.contain(task) && !(followed instanceof FollowedFuture);
        return isKnown ? task : followed;
    }

    static <T> Callable<T> of(Callable<T> task, boolean isLookedAt) {
        Callable<T> followed = of(task);
        return followed == task || isLookedAt && !PlainTasks.contain(task) ? task : followed;
    }

    /** A task that schedules itself again, as those with a trigger do, is followed once. */
    static Runnable scheduled(Runnable task, boolean repeats) {
        TracePosition position = TracePosition.current();
        return position == null || repeats || SCHEDULED_AT.get() != null ? task : () -> runScheduled(task, position);
    }

    static <T> Callable<T> scheduled(Callable<T> task) {
        TracePosition position = TracePosition.current();
        return position == null || SCHEDULED_AT.get() != null ? task : () -> callScheduled(task, position);
    }

    private static <T> T callScheduled(Callable<T> task, TracePosition position) throws Exception {
        SCHEDULED_AT.set(position);
        try {
            return position.call(task);
        } finally {
            SCHEDULED_AT.remove();
        }
    }

    private static void runScheduled(Runnable task, TracePosition position) {
        SCHEDULED_AT.set(position);
        try {
            position.run(task);
        } finally {
            SCHEDULED_AT.remove();
        }
    }
}
