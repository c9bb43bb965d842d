// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
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
        if (bean instanceof DataSource dataSource) {
            return early.remove(beanName) == bean ? bean : proxies.inFrontOf(dataSource, beanName);
        }
        return bean;
    }
}
