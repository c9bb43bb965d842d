// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.task;

import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;

/** Lets the executors among the beans carry the place in the trace, before they make their threads. */
final class ExecutorPostProcessor implements BeanPostProcessor, PriorityOrdered {

    private static final Logger logger = LoggerFactory.getLogger(ExecutorPostProcessor.class);

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        try {
            return followed(bean);
        } catch (RuntimeException | LinkageError fault) {
            logger.warn("What '{}' runs is not traced: {}", beanName, fault.toString());
            return bean;
        }
    }

    private static Object followed(Object bean) {
        DecoratedExecutor decorated = DecoratedExecutor.of(bean);
        if (decorated != null) {
            decorated.follow();
            return bean;
        }
        return AdaptedExecutor.is(bean) ? AdaptedExecutor.follow(bean) : bean;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof ExecutorService service && FollowingExecutor.canStandInFor(service)
                ? FollowingExecutor.inFrontOf(service)
                : bean;
    }
}
