// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.task;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.util.ClassUtils;

/** The proxies that stand in for executors of the JDK's, as far as this JDK has them. */
final class ExecutorRuntimeHints implements RuntimeHintsRegistrar {

    private static final List<String> OF_THE_JDK = List.of(
            "java.util.concurrent.ThreadPerTaskExecutor",
            "java.util.concurrent.Executors$AutoShutdownDelegatedExecutorService",
            "java.util.concurrent.Executors$FinalizableDelegatedExecutorService",
            "java.util.concurrent.Executors$DelegatedExecutorService",
            "java.util.concurrent.Executors$DelegatedScheduledExecutorService");

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        OF_THE_JDK.stream()
                .filter(name -> ClassUtils.isPresent(name, classLoader))
                .map(name -> ClassUtils.resolveClassName(name, classLoader))
                .forEach(type -> hints.proxies().registerJdkProxy(FollowingExecutor.interfaces(type)));
    }
}
