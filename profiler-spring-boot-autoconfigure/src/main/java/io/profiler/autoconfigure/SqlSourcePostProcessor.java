// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.config.SmartInstantiationAwareBeanPostProcessor;

/**
 * Has something stand in for beans that give connections. Without an order, so that it comes after what makes proxies: a
 * proxy that is there anyway is used.
 *
 * @param <T> what is stood in for
 * @since 0.1
 */
public final class SqlSourcePostProcessor<T> implements SmartInstantiationAwareBeanPostProcessor {

    /** Beans that were wanted before they were ready, by circular references. */
    private final Map<String, Object> early = new ConcurrentHashMap<>();

    private final Class<T> kind;
    private final BiFunction<T, String, Object> standIn;

    /**
     * Looks at all beans of one kind.
     *
     * @param kind type of the beans
     * @param standIn gives, for a bean and its name, what is in its place; the bean itself, if nothing is
     */
    public SqlSourcePostProcessor(Class<T> kind, BiFunction<T, String, Object> standIn) {
        this.kind = kind;
        this.standIn = standIn;
    }

    @Override
    public Object getEarlyBeanReference(Object bean, String beanName) {
        if (kind.isInstance(bean)) {
            early.put(beanName, bean);
            return standIn.apply(kind.cast(bean), beanName);
        }
        return bean;
    }

    /** Spring finds the early reference itself. */
    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return kind.isInstance(bean) && !isEarly(bean, early.remove(beanName))
                ? standIn.apply(kind.cast(bean), beanName)
                : bean;
    }

    /** Who has made a proxy of the early bean, as advice does, gives the bean itself now. */
    private static boolean isEarly(Object bean, @Nullable Object known) {
        return known == bean || known != null && AopProxyUtils.getSingletonTarget(known) == bean;
    }
}
