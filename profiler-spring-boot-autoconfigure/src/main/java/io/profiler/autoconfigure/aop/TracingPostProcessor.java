// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.aop.proxy.ReachableFields;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.config.SmartInstantiationAwareBeanPostProcessor;

/**
 * Puts advice in front of beans with trace points. Without an order, so that it comes after what makes proxies, and
 * what looks at beans: a proxy that is there anyway is used, and nobody is shown another one.
 */
final class TracingPostProcessor implements SmartInstantiationAwareBeanPostProcessor {

    /** Beans that were wanted before they were ready, by circular references. */
    private final Map<String, Early> early = new ConcurrentHashMap<>();

    private final BeanAdvice advice;

    TracingPostProcessor(BeanAdvice advice) {
        this.advice = advice;
    }

    private record Early(Object bean, Object traced) {}

    @Override
    public Object getEarlyBeanReference(Object bean, String beanName) {
        Object traced = advice.apply(bean, beanName);
        early.put(beanName, new Early(bean, traced));
        return traced;
    }

    /** Spring finds the early reference itself, if the bean is still the one that it is of. */
    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        Early known = early.remove(beanName);
        if (known == null) {
            return advice.apply(bean, beanName);
        }
        if (known.bean() == bean && known.traced() != bean) {
            ReachableFields.copy(bean, known.traced());
        }
        return bean;
    }
}
