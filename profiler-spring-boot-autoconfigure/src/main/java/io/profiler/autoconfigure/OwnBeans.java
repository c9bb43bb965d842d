// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import java.security.CodeSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;

/**
 * Keeps the profiler's beans from everything that makes proxies. Their classes are final, so that a pointcut of the application's
 * which takes them in, as one of all filters does, would end its start; and advice of the application's is for the application.
 */
final class OwnBeans implements BeanPostProcessor, PriorityOrdered {

    private static final String PACKAGES = "io.profiler.autoconfigure.";

    /** Null, after which Spring asks no other post-processor. */
    @Override
    public @Nullable Object postProcessAfterInitialization(Object bean, String beanName) {
        return isOwn(bean, beanName) ? null : bean;
    }

    private static boolean isOwn(Object bean, String name) {
        return OwnNames.contain(name) || name.contains(PACKAGES) && isOfHere(bean.getClass());
    }

    /** What makes the beans has the name of its class. What stands in for a bean of the application's has that one's. */
    private static boolean isOfHere(Class<?> type) {
        return type.getName().startsWith(PACKAGES) && Objects.equals(source(type), source(OwnBeans.class));
    }

    private static @Nullable CodeSource source(Class<?> type) {
        return type.getProtectionDomain().getCodeSource();
    }

    /** Before all that make proxies, and after what tests spy by. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 1;
    }
}
