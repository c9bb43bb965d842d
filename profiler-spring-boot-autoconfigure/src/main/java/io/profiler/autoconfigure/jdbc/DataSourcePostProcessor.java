// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.config.SmartInstantiationAwareBeanPostProcessor;

/**
 * Puts advice in front of DataSources. Without an order, so that it comes after what makes proxies: a proxy that is there
 * anyway is used.
 */
final class DataSourcePostProcessor implements SmartInstantiationAwareBeanPostProcessor {

    /** Beans that were wanted before they were ready, by circular references. */
    private final Map<String, Object> early = new ConcurrentHashMap<>();

    private final DataSourceProxies proxies;

    DataSourcePostProcessor(DataSourceProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public Object getEarlyBeanReference(Object bean, String beanName) {
        if (bean instanceof DataSource dataSource) {
            early.put(beanName, bean);
            return proxies.inFrontOf(dataSource, beanName);
        }
        return bean;
    }

    /** Spring finds the early reference itself. */
    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof DataSource dataSource && !isEarly(bean, early.remove(beanName))
                ? proxies.inFrontOf(dataSource, beanName)
                : bean;
    }

    /** Who has made a proxy of the early bean, as advice does, gives the bean itself now. */
    private static boolean isEarly(Object bean, @Nullable Object known) {
        return known == bean || known != null && AopProxyUtils.getSingletonTarget(known) == bean;
    }
}
