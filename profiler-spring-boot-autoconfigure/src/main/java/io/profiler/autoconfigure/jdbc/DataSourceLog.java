// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Says of which DataSources SQL is traced, and once of each other one why not. */
final class DataSourceLog implements SmartInitializingSingleton {

    private static final Logger logger = LoggerFactory.getLogger(DataSourceLog.class);

    private final ConfigurableListableBeanFactory beanFactory;
    private final Set<String> untraced = ConcurrentHashMap.newKeySet();

    DataSourceLog(ConfigurableListableBeanFactory beanFactory) {
        this.beanFactory = beanFactory;
    }

    void tellUntraced(String name, Class<?> type, String reason) {
        if (untraced.add(name)) {
            logger.warn("SQL of the DataSource '{}' ({}) is not traced, because {}", name, type.getName(), reason);
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> traced = new ArrayList<>();
        for (String name : beanFactory.getBeanNamesForType(DataSource.class, false, false)) {
            Object bean = beanFactory.getSingleton(name);
            if (bean != null && DataSourceProxies.isTraced(bean)) {
                traced.add(name);
            } else if (bean != null) {
                tellUntraced(name, bean.getClass(), "it was made before the profiler could stand in for it");
            }
        }
        if (!traced.isEmpty()) {
            logger.debug("SQL is traced of: {}", String.join(", ", traced));
        }
    }
}
