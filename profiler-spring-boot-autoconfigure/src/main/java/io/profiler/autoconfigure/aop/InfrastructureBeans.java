// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.OwnNames;
import io.profiler.autoconfigure.aop.proxy.BeanClass;
import io.profiler.point.TracePointSink;
import io.profiler.store.OpenedStores;
import io.profiler.store.TraceWriter;
import io.profiler.trace.Profiler;
import java.util.Arrays;
import java.util.List;
import org.aopalliance.aop.Advice;
import org.springframework.aop.Advisor;
import org.springframework.aop.Pointcut;
import org.springframework.aop.framework.AopInfrastructureBean;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** What makes or carries other beans, and what is the profiler's own. It has no part in what a request does. */
final class InfrastructureBeans {

    private static final String ASPECT = "org.aspectj.lang.annotation.Aspect";

    private static final List<Class<?>> TYPES = List.of(
            AopInfrastructureBean.class,
            Advice.class,
            Advisor.class,
            Pointcut.class,
            BeanFactoryPostProcessor.class,
            BeanPostProcessor.class,
            FactoryBean.class,
            Layer.class,
            Profiler.class,
            TracePointSink.class,
            OpenedStores.class,
            TraceWriter.class);

    private InfrastructureBeans() {}

    static boolean contain(Object bean, String name) {
        return OwnNames.contain(name)
                || name.endsWith(AutowireCapableBeanFactory.ORIGINAL_INSTANCE_SUFFIX)
                || TYPES.stream().anyMatch(type -> type.isInstance(bean))
                || isAspect(BeanClass.written(bean));
    }

    private static boolean isAspect(Class<?> type) {
        return Arrays.stream(type.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().getName().equals(ASPECT));
    }
}
