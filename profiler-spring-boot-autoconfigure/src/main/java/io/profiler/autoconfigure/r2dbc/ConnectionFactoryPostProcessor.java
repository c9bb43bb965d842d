// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.r2dbc;

import io.r2dbc.spi.ConnectionFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.config.SmartInstantiationAwareBeanPostProcessor;

/**
 * Puts advice in front of connection factories. Without an order, so that it comes after what makes proxies: a proxy that
 * is there anyway is used.
 */
final class ConnectionFactoryPostProcessor implements SmartInstantiationAwareBeanPostProcessor {

    /** Beans that were wanted before they were ready, by circular references. */
    private final Map<String, Object> early = new ConcurrentHashMap<>();

    private final ConnectionFactoryProxies proxies;

    ConnectionFactoryPostProcessor(ConnectionFactoryProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public Object getEarlyBeanReference(Object bean, String beanName) {
        if (bean instanceof ConnectionFactory connectionFactory) {
            early.put(beanName, bean);
            return proxies.inFrontOf(connectionFactory, beanName);
        }
        return bean;
    }

    /** Spring finds the early reference itself. */
    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof ConnectionFactory connectionFactory && !isEarly(bean, early.remove(beanName))
                ? proxies.inFrontOf(connectionFactory, beanName)
                : bean;
    }

    /** Who has made a proxy of the early bean, as advice does, gives the bean itself now. */
    private static boolean isEarly(Object bean, @Nullable Object known) {
        return known == bean || known != null && AopProxyUtils.getSingletonTarget(known) == bean;
    }
}
