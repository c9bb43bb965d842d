// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.task;

import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture.AsynchronousCompletionTask;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * Tasks that nobody knows by their class. Others stay what they are where an executor may look at them, as one with a queue that
 * compares them does, one that makes its own futures of them, or one with a handler of its own for those that it turns away.
 */
final class PlainTasks {

    private static final String JDK = "java.util.concurrent.";

    /** May be around any executor, and does not tell around which. */
    private static final String AROUND_ANY = JDK + "Executors$DelegatedExecutorService";

    /** First come, first served. */
    private static final Set<Class<?>> QUEUES = Set.of(
            ArrayBlockingQueue.class,
            LinkedBlockingDeque.class,
            LinkedBlockingQueue.class,
            LinkedTransferQueue.class,
            SynchronousQueue.class);

    /** Turn away whatever it is. */
    private static final Set<Class<?>> POLICIES = Set.of(
            ThreadPoolExecutor.AbortPolicy.class,
            ThreadPoolExecutor.CallerRunsPolicy.class,
            ThreadPoolExecutor.DiscardOldestPolicy.class,
            ThreadPoolExecutor.DiscardPolicy.class);

    private PlainTasks() {}

    /** Whether the executor may know its tasks by their classes. */
    static boolean mayBeLookedAtBy(Executor executor) {
        Class<?> type = executor.getClass();
        if (type == ThreadPoolExecutor.class) {
            return mayBeLookedAtIn((ThreadPoolExecutor) executor);
        }
        return !type.getName().startsWith(JDK) || type.getName().equals(AROUND_ANY);
    }

    static boolean mayBeLookedAtIn(ThreadPoolExecutor pool) {
        return !QUEUES.contains(pool.getQueue().getClass())
                || !POLICIES.contains(pool.getRejectedExecutionHandler().getClass());
    }

    /** Whether a task is a lambda, an anonymous class, a future's step or Spring's, and says no more than what it does. */
    static boolean contain(Object task) {
        Class<?> type = task.getClass();
        return task instanceof AsynchronousCompletionTask
                || type.getName().startsWith("org.springframework.") && !(task instanceof Comparable<?>)
                || isNameless(type) && type.getSuperclass() == Object.class && isOnlyATask(type.getInterfaces());
    }

    private static boolean isNameless(Class<?> type) {
        return type.isHidden() || type.isAnonymousClass() || type.isSynthetic();
    }

    private static boolean isOnlyATask(Class<?>[] interfaces) {
        return interfaces.length == 1 && (interfaces[0] == Runnable.class || interfaces[0] == Callable.class);
    }
}
