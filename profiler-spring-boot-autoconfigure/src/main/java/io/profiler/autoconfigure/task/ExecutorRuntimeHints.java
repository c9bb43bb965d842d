// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.task;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.util.ClassUtils;

/** The proxies that stand in for executors of the JDK's, as far as this JDK has them, and fields of Spring's executors. */
final class ExecutorRuntimeHints implements RuntimeHintsRegistrar {

    private static final List<String> OF_THE_JDK = List.of(
            "java.util.concurrent.ThreadPerTaskExecutor",
            "java.util.concurrent.Executors$AutoShutdownDelegatedExecutorService",
            "java.util.concurrent.Executors$FinalizableDelegatedExecutorService",
            "java.util.concurrent.Executors$DelegatedExecutorService",
            "java.util.concurrent.Executors$DelegatedScheduledExecutorService");

    private static final List<Class<?>> OF_SPRING = List.of(
            ConcurrentTaskExecutor.class,
            SimpleAsyncTaskExecutor.class,
            TaskExecutorAdapter.class,
            ThreadPoolTaskExecutor.class,
            ThreadPoolTaskScheduler.class);

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        OF_THE_JDK.stream()
                .filter(name -> ClassUtils.isPresent(name, classLoader))
                .map(name -> ClassUtils.resolveClassName(name, classLoader))
                .forEach(type -> hints.proxies().registerJdkProxy(FollowingExecutor.interfaces(type)));
        OF_SPRING.forEach(type -> hints.reflection().registerType(type, MemberCategory.ACCESS_DECLARED_FIELDS));
    }
}
