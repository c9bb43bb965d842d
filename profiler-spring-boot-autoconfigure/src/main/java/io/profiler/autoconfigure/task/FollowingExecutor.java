// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.task;

import io.profiler.trace.TracePosition;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** Stands in for an executor of the JDK's, such as one with a virtual thread for each task. */
final class FollowingExecutor implements InvocationHandler {

    /** Those that run what they are given once. */
    private static final Set<String> GIVING_TASKS = Set.of("execute", "submit", "invokeAll", "invokeAny", "schedule");

    private final ExecutorService executor;
    private final boolean looksAtTasks;

    private FollowingExecutor(ExecutorService executor) {
        this.executor = executor;
        this.looksAtTasks = PlainTasks.mayBeLookedAtBy(executor);
    }

    /** Whether nobody can know the executor by its class. */
    static boolean canStandInFor(ExecutorService executor) {
        Class<?> type = executor.getClass();
        return !Modifier.isPublic(type.getModifiers()) && type.getPackageName().equals("java.util.concurrent");
    }

    static Object inFrontOf(ExecutorService executor) {
        return Proxy.newProxyInstance(
                FollowingExecutor.class.getClassLoader(),
                interfaces(executor.getClass()),
                new FollowingExecutor(executor));
    }

    static Class<?>[] interfaces(Class<?> executor) {
        return ClassUtils.getAllInterfacesForClass(executor);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (ReflectionUtils.isEqualsMethod(method) && arguments != null) {
            return proxy == arguments[0];
        }
        if (arguments != null && GIVING_TASKS.contains(method.getName()) && TracePosition.current() != null) {
            arguments[0] = followed(method, arguments[0]);
        }
        try {
            return method.invoke(executor, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    /** As what the method takes it: a task may be of both kinds. */
    private @Nullable Object followed(Method method, @Nullable Object given) {
        boolean later = method.getName().equals("schedule");
        Class<?> kind = method.getParameterTypes()[0];
        if (kind == Runnable.class && given instanceof Runnable task) {
            return later ? FollowedTask.scheduled(task, false) : FollowedTask.of(task, looksAtTasks);
        }
        if (kind == Callable.class && given instanceof Callable<?> task) {
            return later ? FollowedTask.scheduled(task) : FollowedTask.of(task, looksAtTasks);
        }
        return given instanceof Collection<?> tasks
                ? tasks.stream().map(this::followed).toList()
                : given;
    }

    private @Nullable Object followed(@Nullable Object given) {
        return given instanceof Callable<?> task ? FollowedTask.of(task, looksAtTasks) : given;
    }
}
