// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** What Java 17, for which this is compiled, has no words for. */
final class VirtualThreads {

    private static final String STRUCTURED = "java.util.concurrent.StructuredTaskScope";

    private VirtualThreads() {}

    static Thread start(Runnable work) throws ReflectiveOperationException {
        return (Thread)
                Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
    }

    /** Runs it to its end in a thread of its own. */
    static void run(Runnable work) {
        try {
            start(work).join();
        } catch (ReflectiveOperationException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Each in a thread of its own. */
    static void runInExecutor(List<? extends Callable<?>> tasks) throws Exception {
        ExecutorService executor = (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        tasks.forEach(executor::submit);
        executor.shutdown();
        if (!executor.awaitTermination(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("tasks do not end");
        }
    }

    /** Keeps its one thread for the next task. */
    static ExecutorService pool() throws ReflectiveOperationException {
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        Method factory = Class.forName("java.lang.Thread$Builder").getMethod("factory");
        return Executors.newSingleThreadExecutor((ThreadFactory) factory.invoke(builder));
    }

    /** Beside each other, as subtasks, of which none may fail. Java 25 with its preview. */
    static void runInScope(Runnable... subtasks) {
        try {
            Class<?> type = Class.forName(STRUCTURED);
            Object scope = type.getMethod("open").invoke(null);
            try {
                Method fork = type.getMethod("fork", Runnable.class);
                for (Runnable subtask : subtasks) {
                    fork.invoke(scope, subtask);
                }
                type.getMethod("join").invoke(scope);
            } finally {
                type.getMethod("close").invoke(scope);
            }
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (ReflectiveOperationException notThere) {
            throw new IllegalStateException(notThere);
        }
    }
}
