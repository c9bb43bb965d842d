// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.task;

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

/** Stands in for an executor of the JDK's, such as one with a virtual thread for each task. */
final class FollowingExecutor implements InvocationHandler {

    /** Those that run what they are given once. */
    private static final Set<String> GIVING_TASKS = Set.of("execute", "submit", "invokeAll", "invokeAny", "schedule");

    private final ExecutorService executor;

    private FollowingExecutor(ExecutorService executor) {
        this.executor = executor;
    }

    /** Whether nobody can know the executor by its class. */
    static boolean canStandInFor(ExecutorService executor) {
        Class<?> type = executor.getClass();
        return !Modifier.isPublic(type.getModifiers()) && type.getPackageName().equals("java.util.concurrent");
    }

    static Object inFrontOf(ExecutorService executor) {
        return Proxy.newProxyInstance(
                FollowingExecutor.class.getClassLoader(),
                ClassUtils.getAllInterfaces(executor),
                new FollowingExecutor(executor));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (arguments != null && GIVING_TASKS.contains(method.getName())) {
            arguments[0] = followed(arguments[0]);
        }
        try {
            return method.invoke(executor, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    private static @Nullable Object followed(@Nullable Object given) {
        if (given instanceof Runnable task) {
            return FollowedTask.of(task);
        }
        if (given instanceof Callable<?> task) {
            return FollowedTask.of(task);
        }
        return given instanceof Collection<?> tasks
                ? tasks.stream().map(FollowingExecutor::followed).toList()
                : given;
    }
}
